namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Zero within ±lambda, the input outside.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="lambda">Half the width of the gap.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.hardshrink.html"/>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) =>
                Ops.hardshrink(x, lambda);

            /// <inheritdoc cref="hardshrink(Tensor, double)"/>
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => hardshrink(x, lambda);

            /// <summary>Zero within ±lambda, and outside the input moved towards zero by lambda.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="lambda">Half the width of the gap.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.softshrink.html"/>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) =>
                Ops.softshrink(x, lambda);

            /// <inheritdoc cref="softshrink(Tensor, double)"/>
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => softshrink(x, lambda);

            /// <summary>The input without its hyperbolic tangent: <c>x − tanh(x)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.tanhshrink.html"/>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var tangent = Ops.tanh(x);
                return inplace ? Ops.sub_(x, tangent).alias() : Ops.sub(x, tangent);
            }

            /// <inheritdoc cref="tanhshrink(Tensor, bool)"/>
            public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);
        }
    }
}
