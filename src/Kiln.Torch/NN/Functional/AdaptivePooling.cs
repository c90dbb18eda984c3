namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean over windows chosen so that the output has a given size.</summary>
            /// <param name="input">The input, (N, C, L) or (C, L).</param>
            /// <param name="output_size">The size of the output.</param>
            /// <returns>(…, output_size); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_avg_pool1d.html"/>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => Ops.adaptive_avg_pool1d(input, [output_size]);

            /// <summary>The mean over windows chosen so that the output has a given size.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="output_size">The size of the output.</param>
            /// <returns>(…, output_size); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_avg_pool2d.html"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Ops.adaptive_avg_pool2d(input, output_size);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => Ops.adaptive_avg_pool2d(input, output_size.AsArray());

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => Ops.adaptive_avg_pool2d(input, output_size.Times(2));

            /// <summary>The mean over windows chosen so that the output has a given size.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="output_size">The size of the output.</param>
            /// <returns>(…, output_size); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_avg_pool3d.html"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => Ops.adaptive_avg_pool3d(input, output_size);

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => Ops.adaptive_avg_pool3d(input, output_size.AsArray());

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => Ops.adaptive_avg_pool3d(input, output_size.Times(3));

            /// <summary>What <c>adaptive_avg_pool3d</c> sends back: the gradient with respect to its input.</summary>
            /// <param name="gradInput">Where the gradient is written; it takes on the original input's shape.</param>
            /// <param name="gradOutput">The gradient with respect to the output, (…, D', H', W').</param>
            /// <param name="originalInput">The input of the forward pass, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <returns>The gradient, of the original input's shape, on the memory of <paramref name="gradInput"/>; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_avg_pool3d.html"/>
            public static Tensor adaptive_avg_pool3d_backward(Tensor gradInput, Tensor gradOutput, Tensor originalInput)
            {
                using var gradient = Ops._adaptive_avg_pool3d_backward(gradOutput, originalInput);
                Ops.resize_(gradInput, gradient.shape);
                return Ops.copy_(gradInput, gradient).alias();
            }

            /// <summary>The largest value of windows chosen so that the output has a given size.</summary>
            /// <param name="input">The input, (N, C, L) or (C, L).</param>
            /// <param name="output_size">The size of the output.</param>
            /// <returns>(…, output_size); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_max_pool1d.html"/>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
            {
                var (values, indices) = Ops.adaptive_max_pool1d(input, [output_size]);
                indices.Dispose();
                return values;
            }

            /// <summary>The largest value of windows chosen so that the output has a given size, and where it is.</summary>
            /// <param name="input">The input, (N, C, L) or (C, L).</param>
            /// <param name="output_size">The size of the output.</param>
            /// <returns>Values and indices (int64) into the flattened last dimensions, (…, output_size) each; the caller disposes them.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_max_pool1d.html"/>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) => Ops.adaptive_max_pool1d(input, [output_size]);

            /// <summary>The largest value of windows chosen so that the output has a given size.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="output_size">The size of the output.</param>
            /// <returns>(…, output_size); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_max_pool2d.html"/>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
            {
                var (values, indices) = Ops.adaptive_max_pool2d(input, output_size);
                indices.Dispose();
                return values;
            }

            /// <summary>The largest value of windows chosen so that the output has a given size, and where it is.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="output_size">The size of the output.</param>
            /// <returns>Values and indices (int64) into the flattened last dimensions, (…, output_size) each; the caller disposes them.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_max_pool2d.html"/>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) => Ops.adaptive_max_pool2d(input, output_size);

            /// <summary>The largest value of windows chosen so that the output has a given size.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="output_size">The size of the output.</param>
            /// <returns>(…, output_size); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_max_pool3d.html"/>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size)
            {
                var (values, indices) = Ops.adaptive_max_pool3d(input, output_size);
                indices.Dispose();
                return values;
            }

            /// <summary>The largest value of windows chosen so that the output has a given size, and where it is.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="output_size">The size of the output.</param>
            /// <returns>Values and indices (int64) into the flattened last dimensions, (…, output_size) each; the caller disposes them.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.adaptive_max_pool3d.html"/>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) => Ops.adaptive_max_pool3d(input, output_size);
        }
    }
}
