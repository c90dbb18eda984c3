namespace TorchSharp;

/// <summary>Frees a tensor that no dispose scope owns, when the garbage collector finds it unreachable.</summary>
/// <remarks>Tensors themselves have no finaliser, because one makes every allocation several times as expensive; the many
/// that live in a scope never need it.</remarks>
internal sealed class UnscopedTensor
{
    private nint _handle;

    internal UnscopedTensor(nint handle)
    {
        _handle = handle;
        NativeMemoryCounter.Add();
    }

    ~UnscopedTensor()
    {
        if (_handle == 0) return;
        NativeMemoryCounter.Remove();
        torch.Tensor.CountFreed(1);
        Native.kiln_tensor_free(_handle);
    }

    /// <summary>The tensor found another owner or was freed.</summary>
    internal void Release()
    {
        if (Interlocked.Exchange(ref _handle, 0) == 0) return;
        NativeMemoryCounter.Remove();
        GC.SuppressFinalize(this);
    }
}
