namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers and losses as functions: no state, parameters are arguments.</summary>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/nn.functional.html"/>
        public static partial class functional
        {
            // A function in place returns a tensor of its own on the same memory, so the caller may dispose either.

            /// <summary>Rectifier: <c>max(0, x)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.relu.html"/>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? Ops.relu_(x).alias() : Ops.relu(x);

            /// <summary>Rectifier with a ceiling: <c>min(max(0, x), 6)</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.relu6.html"/>
            public static Tensor relu6(Tensor x, bool inplace = false) =>
                inplace ? Ops.relu6_(x).alias() : Ops.relu6(x);

            /// <summary>Leaky rectifier: <c>max(0, x) + negative_slope · min(0, x)</c>.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="negative_slope">The slope for negative values.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.leaky_relu.html"/>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Ops.leaky_relu_(input, negative_slope).alias() : Ops.leaky_relu(input, negative_slope);

            /// <summary>Leaky rectifier with a slope that is learnt: <c>max(0, x) + weight · min(0, x)</c>.</summary>
            /// <param name="input">The input, (N, C, *).</param>
            /// <param name="weight">The slope, (1), or one for each channel, (C).</param>
            /// <returns>(N, C, *); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.prelu.html"/>
            public static Tensor prelu(Tensor input, Tensor weight) => Ops.prelu(input, weight);

            /// <summary>Leaky rectifier whose slope is the middle of a range.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="lower">The smallest slope.</param>
            /// <param name="upper">The largest slope.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <remarks>The slope is random only in training, and TorchSharp's function has no argument for it; the module <c>RReLU</c> draws.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.rrelu.html"/>
            public static Tensor rrelu(Tensor x, double lower = 0.125, double upper = 0.3333333333333333, bool inplace = false) =>
                inplace ? Ops.rrelu_(x, lower, upper).alias() : Ops.rrelu(x, lower, upper);

            /// <summary>Exponential linear unit: <c>max(0, x) + min(0, alpha · (exp(x) − 1))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="alpha">What negative values tend to, negated.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.elu.html"/>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Ops.elu_(x, alpha).alias() : Ops.elu(x, alpha);

            /// <summary>Continuously differentiable exponential linear unit: <c>max(0, x) + min(0, alpha · (exp(x / alpha) − 1))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="alpha">What negative values tend to, negated.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.celu.html"/>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Ops.celu_(x, alpha).alias() : Ops.celu(x, alpha);

            /// <summary>Self-normalising unit: <c>1.0507 · (max(0, x) + min(0, 1.6733 · (exp(x) − 1)))</c>.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.selu.html"/>
            public static Tensor selu(Tensor x, bool inplace = false) =>
                inplace ? Ops.selu_(x).alias() : Ops.selu(x);

            /// <summary>The input where it is above a threshold, otherwise a fixed value.</summary>
            /// <param name="x">The input, (*).</param>
            /// <param name="threshold">What the input must exceed.</param>
            /// <param name="value">What stands where it does not.</param>
            /// <param name="inplace">Whether to overwrite the input.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.threshold.html"/>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? Ops.threshold_(x, threshold, value).alias() : Ops.threshold(x, threshold, value);

            /// <inheritdoc cref="threshold(Tensor, double, double, bool)"/>
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) => functional.threshold(x, threshold, value, inplace);
        }
    }
}
