using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers and losses as functions: no state, parameters are arguments.</summary>
        /// <remarks>Source: PyTorch, torch.nn.functional.</remarks>
        public static partial class functional
        {
            // A function in place returns a tensor of its own on the same memory, so the caller may dispose either.

            /// <summary>Rectifier: <c>max(0, x)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? Ops.relu_(x).alias() : Ops.relu(x);

            /// <summary>Leaky rectifier: <c>max(0, x) + negative_slope · min(0, x)</c>.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="negative_slope">The slope for negative values.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Ops.leaky_relu_(input, negative_slope).alias() : Ops.leaky_relu(input, negative_slope);

            /// <summary>Logistic function: <c>1 / (1 + exp(−x))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor sigmoid(Tensor x) => Ops.sigmoid(x);

            /// <summary>Logistic function: <c>1 / (1 + exp(−x))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Ops.sigmoid_(x).alias() : Ops.sigmoid(x);

            /// <summary>Hyperbolic tangent.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? Ops.tanh_(x).alias() : Ops.tanh(x);

            /// <summary>Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor gelu(Tensor x) => Ops.gelu(x);

            /// <summary>Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <summary>Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="approximate">How Φ is computed.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false)
            {
                string rule = approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
                return inplace ? Ops.gelu_(x, rule).alias() : Ops.gelu(x, rule);
            }

            /// <summary>Softmax: <c>exp(xᵢ) / Σⱼ exp(xⱼ)</c> along a dimension.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="dim">The dimension that sums to one.</param>
            /// <param name="dtype">The dtype to convert to first; null keeps the input's.</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Ops.softmax(input, dim, dtype);

            /// <summary>Logarithm of softmax: <c>xᵢ − log Σⱼ exp(xⱼ)</c> along a dimension.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="dim">The dimension whose exponentials sum to one.</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor log_softmax(Tensor x, long dim) => Ops.log_softmax(x, dim);

            /// <summary>In training sets each value to zero with probability p and scales the rest by 1 / (1 − p).</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="p">The probability, 0..1.</param>
            /// <param name="training">Whether to drop at all.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">p is not in 0..1.</exception>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                CheckProbability("dropout", p);
                return inplace ? Ops.dropout_(input, p, training).alias() : Ops.dropout(input, p, training);
            }

            /// <summary>In training sets whole channels to zero with probability p and scales the rest by 1 / (1 − p).</summary>
            /// <param name="input">The input, (N, C, H, W).</param>
            /// <param name="p">The probability, 0..1.</param>
            /// <param name="training">Whether to drop at all.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(N, C, H, W); the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">p is not in 0..1.</exception>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                CheckProbability("dropout2d", p);
                return inplace ? Ops.copy_(input, Ops.feature_dropout(input, p, training)).alias() : Ops.feature_dropout(input, p, training);
            }

            private static void CheckProbability(string operation, double p)
            {
                if (!(p is >= 0 and <= 1))
                    throw new ArgumentOutOfRangeException(nameof(p), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{operation}: expected a probability p in 0..1, got {p}."));
            }
        }
    }
}
