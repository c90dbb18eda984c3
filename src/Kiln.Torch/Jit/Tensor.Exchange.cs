namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Frees the native tensor and looks at another one from now on. The tensor belongs to no scope.</summary>
        /// <param name="handle">The other native tensor, whose reference is taken over.</param>
        internal void ExchangeHandle(nint handle)
        {
            Native.kiln_tensor_free(_handle);
            _holder?.Release();
            _handle = handle;
            _holder = new UnscopedTensor(handle);
        }
    }
}
