namespace TorchSharp;

/// <summary>A function that a backward pass calls with a tensor's gradient; disposing it, or <see cref="remove"/>, takes it away.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.register_hook.html"/>
public sealed class TensorHook : IDisposable
{
    private readonly torch.Tensor _tensor;
    private readonly int _position;
    private bool _removed;

    internal unsafe TensorHook(torch.Tensor tensor, Func<torch.Tensor, torch.Tensor?> hook)
    {
        _tensor = tensor;
        int position;
        Native.Check(Native.kiln_hook_add(tensor.Handle, NativeCallback.Of((gradients, _) => [gradients[0] is { } gradient ? hook(gradient) : null]), &position), "register_hook");
        GC.KeepAlive(tensor);
        _position = position;
    }

    /// <summary>Takes the hook away. A second time does nothing.</summary>
    public unsafe void remove()
    {
        if (_removed || _tensor.IsInvalid) return;
        _removed = true;
        Native.Check(Native.kiln_hook_remove(_tensor.Handle, _position), "remove");
        GC.KeepAlive(_tensor);
    }

    /// <summary>Takes the hook away.</summary>
    public void Dispose() => remove();
}
