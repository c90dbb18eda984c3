namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest value of windows of one size at random places, so that the output has a given size or fraction of the input's size.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The size of the windows.</param>
            /// <param name="output_size">The size of the output; give it or the ratio.</param>
            /// <param name="output_ratio">The size of the output as a fraction of the input's, 0..1; give it or the size.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Neither size nor ratio is given, or both.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.FractionalMaxPool2d.html"/>
            /// <seealso href="https://arxiv.org/abs/1412.6071"/>
            public static Tensor fractional_max_pool2d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            {
                var (values, indices) = fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio);
                indices.Dispose();
                return values;
            }

            /// <inheritdoc cref="fractional_max_pool2d(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d(input, kernel_size.AsArray(), output_size.AsArray(), output_ratio.AsArray());

            /// <inheritdoc cref="fractional_max_pool2d(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool2d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d(input, kernel_size.Times(2), output_size.Times(2), output_ratio.Times(2));

            /// <inheritdoc cref="fractional_max_pool2d(Tensor, long[], long[], double[])"/>
            /// <returns>Values and indices (int64) into the flattened last dimensions, (…, H', W') each; the caller disposes them.</returns>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            {
                var sizes = FractionalSizes("fractional_max_pool2d", input, 2, output_size, output_ratio);
                using var samples = FractionalSamples(input, 2);
                return Ops.fractional_max_pool2d(input, kernel_size, sizes, samples);
            }

            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, kernel_size.AsArray(), output_size.AsArray(), output_ratio.AsArray());

            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, kernel_size.Times(2), output_size.Times(2), output_ratio.Times(2));

            /// <summary>The largest value of windows of one size at random places, so that the output has a given size or fraction of the input's size.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="kernel_size">The size of the windows.</param>
            /// <param name="output_size">The size of the output; give it or the ratio.</param>
            /// <param name="output_ratio">The size of the output as a fraction of the input's, 0..1; give it or the size.</param>
            /// <returns>(…, D', H', W'); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Neither size nor ratio is given, or both.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.FractionalMaxPool3d.html"/>
            /// <seealso href="https://arxiv.org/abs/1412.6071"/>
            public static Tensor fractional_max_pool3d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            {
                var (values, indices) = fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio);
                indices.Dispose();
                return values;
            }

            /// <inheritdoc cref="fractional_max_pool3d(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool3d(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                fractional_max_pool3d(input, kernel_size.AsArray(), output_size.AsArray(), output_ratio.AsArray());

            /// <inheritdoc cref="fractional_max_pool3d(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool3d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool3d(input, kernel_size.Times(3), output_size.Times(3), output_ratio.Times(3));

            /// <inheritdoc cref="fractional_max_pool3d(Tensor, long[], long[], double[])"/>
            /// <returns>Values and indices (int64) into the flattened last dimensions, (…, D', H', W') each; the caller disposes them.</returns>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            {
                var sizes = FractionalSizes("fractional_max_pool3d", input, 3, output_size, output_ratio);
                using var samples = FractionalSamples(input, 3);
                return Ops.fractional_max_pool3d(input, kernel_size, sizes, samples);
            }

            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, kernel_size.AsArray(), output_size.AsArray(), output_ratio.AsArray());

            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, kernel_size.Times(3), output_size.Times(3), output_ratio.Times(3));

            private static long[] FractionalSizes(string operation, Tensor input, int dimensions, long[]? sizes, double[]? ratios)
            {
                if (sizes is null == ratios is null)
                    throw new ArgumentException($"{operation}: expected either output_size or output_ratio, got {(sizes is null ? "neither" : "both")}. Give one of them.", nameof(sizes));
                if (sizes is not null) return sizes;
                var spatial = input.shape[^dimensions..];
                return [.. spatial.Zip(ratios!, static (size, ratio) => (long)(size * ratio))];
            }

            // Drawn as PyTorch draws them: one number for each example, channel and dimension.
            private static Tensor FractionalSamples(Tensor input, int dimensions)
            {
                long examples = input.dim() == dimensions + 1 ? 1 : input.shape[0];
                return rand(examples, input.shape[^(dimensions + 1)], dimensions, dtype: input.dtype, device: input.device);
            }
        }
    }
}
