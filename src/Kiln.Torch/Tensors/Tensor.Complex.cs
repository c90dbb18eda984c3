namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The transpose of a matrix, and the conjugate of its elements where they are complex.</summary>
        /// <value>A view (N, M) of a tensor (M, N), or (*) of one with fewer than two dimensions.</value>
        /// <exception cref="InvalidOperationException">There are more than two dimensions.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/tensors.html#torch.Tensor.H"/>
        public Tensor H
        {
            get
            {
                if (ndim > 2) throw new InvalidOperationException($"H: expected a tensor of at most two dimensions, got {Describe()}. Use mT, and conj() for complex elements.");
                return ndim == 2 ? Ops.adjoint(this) : is_complex() ? Ops.conj(this) : Ops.alias(this);
            }
        }

        /// <summary>The real parts of complex elements; the elements themselves where they are real.</summary>
        /// <value>A view (*) of half as many bytes.</value>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.real.html"/>
        public Tensor real => Ops.real(this);

        /// <summary>The imaginary parts of complex elements.</summary>
        /// <value>A view (*) of half as many bytes.</value>
        /// <exception cref="InvalidOperationException">The elements are not complex.</exception>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.imag.html"/>
        public Tensor imag => is_complex()
            ? Ops.imag(this)
            : throw new InvalidOperationException($"imag: expected complex elements, got {dtype}. Real numbers have no imaginary part; zeros_like() gives zeros of the same size.");

        private string Describe() => $"({string.Join(", ", shape)})";
    }
}
