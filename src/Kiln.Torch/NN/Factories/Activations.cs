using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Rectifier: <c>max(0, x)</c>.</summary>
        /// <param name="inplace">Whether to overwrite the input.</param>
        /// <returns>The layer, (*) to (*).</returns>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>Leaky rectifier: <c>max(0, x) + negative_slope · min(0, x)</c>.</summary>
        /// <param name="negative_slope">The slope for negative values.</param>
        /// <param name="inplace">Whether to overwrite the input.</param>
        /// <returns>The layer, (*) to (*).</returns>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>Logistic function: <c>1 / (1 + exp(−x))</c>.</summary>
        /// <returns>The layer, (*) to (*).</returns>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>Logistic function: <c>1 / (1 + exp(−x))</c>.</summary>
        /// <param name="inplace">Whether to overwrite the input.</param>
        /// <returns>The layer, (*) to (*).</returns>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>Hyperbolic tangent.</summary>
        /// <returns>The layer, (*) to (*).</returns>
        public static Tanh Tanh() => new(false);

        /// <summary>Hyperbolic tangent.</summary>
        /// <param name="inplace">Whether to overwrite the input.</param>
        /// <returns>The layer, (*) to (*).</returns>
        public static Tanh Tanh(bool inplace = false) => new(inplace);

        /// <summary>Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
        /// <returns>The layer, (*) to (*).</returns>
        public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

        /// <summary>Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
        /// <param name="inplace">Whether to overwrite the input.</param>
        /// <returns>The layer, (*) to (*).</returns>
        public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

        /// <summary>Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
        /// <param name="approximate">How Φ is computed.</param>
        /// <param name="inplace">Whether to overwrite the input.</param>
        /// <returns>The layer, (*) to (*).</returns>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

        /// <summary>Softmax along a dimension.</summary>
        /// <param name="dim">The dimension that sums to one.</param>
        /// <returns>The layer, (*) to (*).</returns>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>Logarithm of softmax along a dimension.</summary>
        /// <param name="dim">The dimension whose exponentials sum to one.</param>
        /// <returns>The layer, (*) to (*).</returns>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);
    }
}
