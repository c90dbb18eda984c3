namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Takes the elements of another tensor over, converted to this tensor's type.</summary>
        /// <param name="source">The elements; sizes of 1 are stretched.</param>
        /// <param name="nonBlocking">Has no meaning on the CPU.</param>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.copy_.html"/>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Ops.copy_(this, source, nonBlocking);

        /// <summary>Makes this object a view of another tensor's memory.</summary>
        /// <returns>This tensor.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.Tensor.set_.html"/>
        public Tensor set_(Tensor source) => Ops.set_(this, source);
    }
}
