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
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.batch_norm.html"/>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1E-05) =>
                Ops.batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, cudnn_enabled: false);

            /// <summary>Normalises each channel of each example over its places.</summary>
            /// <param name="input">The input, (N, C, *).</param>
            /// <param name="running_mean">The running mean, (C), or null.</param>
            /// <param name="running_var">The running variance, (C), or null.</param>
            /// <param name="weight">The scale, (C), or null.</param>
            /// <param name="bias">The shift, (C), or null.</param>
            /// <param name="use_input_stats">Whether to use the example's statistics, and update the running ones by them.</param>
            /// <param name="momentum">The weight of this batch in the running statistics.</param>
            /// <param name="eps">What is added to the variance before the root.</param>
            /// <returns>(N, C, *); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.instance_norm.html"/>
            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1E-05) =>
                Ops.instance_norm(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, cudnn_enabled: false);

            /// <summary>Normalises each example over its last dimensions.</summary>
            /// <param name="input">The input, (*, normalized_shape).</param>
            /// <param name="normalized_shape">The sizes of those dimensions.</param>
            /// <param name="weight">The scale, of normalized_shape, or null.</param>
            /// <param name="bias">The shift, of normalized_shape, or null.</param>
            /// <param name="eps">What is added to the variance before the root.</param>
            /// <returns>Of the input's shape; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.layer_norm.html"/>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Ops.layer_norm(input, normalized_shape, weight, bias, eps);

            /// <summary>Normalises each example over groups of channels.</summary>
            /// <param name="input">The input, (N, C, *).</param>
            /// <param name="num_groups">Into how many groups the channels are split.</param>
            /// <param name="weight">The scale, (C), or null.</param>
            /// <param name="bias">The shift, (C), or null.</param>
            /// <param name="eps">What is added to the variance before the root.</param>
            /// <returns>(N, C, *); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.group_norm.html"/>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05) =>
                Ops.group_norm(input, num_groups, weight, bias, eps, cudnn_enabled: false);

            /// <summary>Divides each value by the strength of its neighbouring channels: <c>x / (k + alpha · mean x²)^beta</c>.</summary>
            /// <param name="input">The input, (N, C, *), three dimensions at least.</param>
            /// <param name="size">How many channels are neighbours.</param>
            /// <param name="alpha">The weight of the mean square.</param>
            /// <param name="beta">The exponent.</param>
            /// <param name="k">What is added.</param>
            /// <returns>(N, C, *); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">The input has fewer than three dimensions.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.local_response_norm.html"/>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1)
            {
                var shape = input.shape;
                if (shape.Length < 3)
                    throw new ArgumentException($"local_response_norm: expected at least three dimensions (N, C, *), got ({string.Join(", ", shape)}). Add the missing ones with unsqueeze.", nameof(input));
                using var scope = NewDisposeScope();
                // Channels become the height of an image of one channel, so that pooling runs over them.
                var squares = Ops.reshape(Ops.mul(input, input), [shape[0], 1, shape[1], shape.AsSpan(2).ToArray().Aggregate(1L, static (a, b) => a * b)]);
                var padded = Ops.constant_pad_nd(squares, [0, 0, size / 2, (size - 1) / 2], 0);
                var means = Ops.reshape(Ops.avg_pool2d(padded, [size, 1], [1, 1]), shape);
                return Ops.div(input, Ops.pow(Ops.add(Ops.mul(means, alpha), k), beta)).MoveToOuterDisposeScope();
            }

            /// <summary>Scales vectors along a dimension to norm 1.</summary>
            /// <param name="input">The input, (*).</param>
            /// <param name="p">The order of the norm.</param>
            /// <param name="dim">The dimension of the vectors.</param>
            /// <param name="eps">The smallest norm to divide by.</param>
            /// <returns>(*); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.normalize.html"/>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12)
            {
                using var norm = Ops.norm(input, p, [dim], true);
                using var divisor = Ops.clamp_min(norm, eps);
                return Ops.div(input, divisor);
            }
        }
    }
}
