namespace TorchSharp;

/// <summary>Tensors as the native side sees them, in an array that every step uses again: no garbage on the hot path.</summary>
internal sealed class HandleList(int capacity)
{
    private nint[] _handles = new nint[capacity];

    public int Count { get; private set; }

    public Span<nint> Span => _handles.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(nint handle)
    {
        if (Count == _handles.Length) Array.Resize(ref _handles, Math.Max(8, Count * 2));
        _handles[Count++] = handle;
    }

    /// <summary>Gives back the tensors of a list that owns them.</summary>
    public unsafe void Free()
    {
        if (Count == 0) return;
        fixed (nint* first = _handles) Native.kiln_tensors_free(first, Count);
        Clear();
    }
}
