namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Normalises each channel over the batch, or by running statistics in evaluation.</summary>
            /// <param name="input">The input, (N, C, *).</param>
            /// <param name="running_mean">The running mean, (C), updated in training; or null.</param>
            /// <param name="running_var">The running variance, (C), updated in training; or null.</param>
            /// <param name="weight">The scale, (C), or null.</param>
            /// <param name="bias">The shift, (C), or null.</param>
            /// <param name="training">Whether to use the batch's statistics.</param>
            /// <param name="momentum">The weight of this batch in the running statistics.</param>
            /// <param name="eps">What is added to the variance before the root.</param>
            /// <returns>(N, C, *); the caller disposes it.</returns>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1E-05) =>
                Ops.batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, cudnn_enabled: false);

            /// <summary>Normalises each example over its last dimensions.</summary>
            /// <param name="input">The input, (*, normalized_shape).</param>
            /// <param name="normalized_shape">The sizes of those dimensions.</param>
            /// <param name="weight">The scale, of normalized_shape, or null.</param>
            /// <param name="bias">The shift, of normalized_shape, or null.</param>
            /// <param name="eps">What is added to the variance before the root.</param>
            /// <returns>Of the input's shape; the caller disposes it.</returns>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Ops.layer_norm(input, normalized_shape, weight, bias, eps);

            /// <summary>Scales vectors along a dimension to norm 1.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="p">The order of the norm.</param>
            /// <param name="dim">The dimension of the vectors.</param>
            /// <param name="eps">The smallest norm to divide by.</param>
            /// <returns>(*); the caller disposes it.</returns>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12) =>
                Ops.div(input, Ops.clamp_min(Ops.norm(input, p, [dim], true), eps));

            /// <summary>Gives each class its unit vector.</summary>
            /// <param name="x">Classes, (*) of int64.</param>
            /// <param name="num_classes">The number of classes; -1 takes the largest class plus one.</param>
            /// <returns>(*, K) of int64; the caller disposes it.</returns>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Ops.one_hot(x, num_classes);

            /// <summary>Adds a border on the last dimensions.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="pad">Before and after for the last dimension, then for the one before it, and so on.</param>
            /// <param name="mode">What stands in the border.</param>
            /// <param name="value">The constant of the modes Constant and Zeros.</param>
            /// <returns>The padded tensor; the caller disposes it.</returns>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                string rule = mode switch
                {
                    PaddingModes.Reflect => "reflect",
                    PaddingModes.Replicate => "replicate",
                    PaddingModes.Circular => "circular",
                    _ => "constant",
                };
                return Ops.pad(input, pad, rule, rule == "constant" ? value : null);
            }

            /// <summary>Adds a border on the last dimension.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="pad">Before and after.</param>
            /// <param name="mode">What stands in the border.</param>
            /// <param name="value">The constant of the modes Constant and Zeros.</param>
            /// <returns>The padded tensor; the caller disposes it.</returns>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>Adds a border on the last two dimensions.</summary>
            /// <param name="input">The input, (*, H, W).</param>
            /// <param name="pad">Left, right, top and bottom.</param>
            /// <param name="mode">What stands in the border.</param>
            /// <param name="value">The constant of the modes Constant and Zeros.</param>
            /// <returns>The padded tensor; the caller disposes it.</returns>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);
        }
    }
}
