using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Tensors as the native side sees them, in an array that every step uses again: no garbage on the hot path.</summary>
/// <remarks>The array never moves, so that lists of lists can be passed without pinning each.</remarks>
internal sealed unsafe class HandleList(int capacity)
{
    private nint[] _handles = Allocate(capacity);

    public int Count { get; private set; }

    public Span<nint> Span => _handles.AsSpan(0, Count);

    /// <summary>The address of the handles, until the next <see cref="Add"/>.</summary>
    public nint* First => (nint*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_handles));

    public void Clear() => Count = 0;

    public void Add(nint handle)
    {
        if (Count == _handles.Length)
        {
            var larger = Allocate(Math.Max(8, Count * 2));
            Span.CopyTo(larger);
            _handles = larger;
        }
        _handles[Count++] = handle;
    }

    /// <summary>Makes room for a number of handles that the native side writes.</summary>
    public void Resize(int count)
    {
        while (Count < count) Add(0);
        Count = count;
    }

    /// <summary>Gives back the tensors of a list that owns them.</summary>
    public void Free()
    {
        if (Count == 0) return;
        Native.kiln_tensors_free(First, Count);
        Clear();
    }

    private static nint[] Allocate(int length) => GC.AllocateUninitializedArray<nint>(length, pinned: true);
}
