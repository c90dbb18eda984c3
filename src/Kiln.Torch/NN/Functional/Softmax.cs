namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Softmax: <c>exp(xᵢ) / Σⱼ exp(xⱼ)</c> along a dimension.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="dim">The dimension that sums to one.</param>
            /// <param name="dtype">The dtype to convert to first; null keeps the input's.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.softmax.html"/>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Ops.softmax(input, dim, dtype);

            /// <summary>Logarithm of softmax: <c>xᵢ − log Σⱼ exp(xⱼ)</c> along a dimension.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="dim">The dimension whose exponentials sum to one.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.log_softmax.html"/>
            public static Tensor log_softmax(Tensor x, long dim) => Ops.log_softmax(x, dim);

            /// <summary>Softmax of the negated input: the smallest value gets the largest share.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="dim">The dimension that sums to one.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.softmin.html"/>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negated = Ops.neg(x);
                return Ops.softmax(negated, dim);
            }

            /// <summary>Softmax over the channels of each place of an image.</summary>
            /// <param name="x">The input, (N, C, H, W) or (C, H, W).</param>
            /// <returns>(…, C, H, W); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">The input has neither three nor four dimensions.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Softmax2d.html"/>
            public static Tensor softmax2d(Tensor x)
            {
                if (x.dim() is not (3 or 4))
                    throw new ArgumentException($"softmax2d: expected (N, C, H, W) or (C, H, W), got ({string.Join(", ", x.shape)}). Use softmax with a dimension.", nameof(x));
                return Ops.softmax(x, -3);
            }
        }
    }
}
