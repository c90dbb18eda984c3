using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.gelu.html"/>
            public static Tensor gelu(Tensor x) =>
                Ops.gelu(x);

            /// <inheritdoc cref="gelu(Tensor)"/>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <inheritdoc cref="gelu(Tensor)"/>
            /// <param name="x">The input, (*).</param>
            /// <param name="approximate">How Φ is computed.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false)
            {
                string rule = approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
                return inplace ? Ops.gelu_(x, rule).alias() : Ops.gelu(x, rule);
            }

            /// <summary>Sigmoid linear unit, also called swish: <c>x / (1 + exp(−x))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.silu.html"/>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? Ops.silu_(x).alias() : Ops.silu(x);

            /// <inheritdoc cref="silu(Tensor, bool)"/>
            public static Tensor SiLU(Tensor x, bool inplace = false) => silu(x, inplace);

            /// <summary>Smooth rectifier: <c>x · tanh(log(1 + exp(x)))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.mish.html"/>
            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? Ops.mish_(x).alias() : Ops.mish(x);

            /// <inheritdoc cref="mish(Tensor, bool)"/>
            public static Tensor Mish(Tensor x) => mish(x);

            /// <summary>Swish in three pieces: <c>x · min(max(0, x + 3), 6) / 6</c>.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.hardswish.html"/>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? Ops.hardswish_(input).alias() : Ops.hardswish(input);

            /// <summary>Smooth rectifier: <c>log(1 + exp(beta · x)) / beta</c>, and x itself beyond the threshold.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="beta">How sharp the bend is.</param>
            /// <param name="threshold">Where <c>beta · x</c> is large enough to be linear.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.softplus.html"/>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                Ops.softplus(x, beta, threshold);

            /// <summary>Gated linear unit: the first half of a dimension times the logistic function of the second half.</summary>
            /// <param name="input">The input, an even size in that dimension.</param>
            /// <param name="dim">The dimension that is halved.</param>
            /// <returns>Half as large in that dimension; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.glu.html"/>
            public static Tensor glu(Tensor input, long dim = -1) => Ops.glu(input, dim);
        }
    }
}
