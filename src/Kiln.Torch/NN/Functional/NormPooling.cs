namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The p-norm of each window: <c>(Σ xᵖ)^(1/p)</c>.</summary>
            /// <param name="input">The input, (N, C, L) or (C, L).</param>
            /// <param name="norm_type">The order p.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <returns>(…, L'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.lp_pool1d.html"/>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var means = avg_pool1d(Ops.pow(input, norm_type), kernel_size, stride, 0, ceil_mode);
                return NormOfMeans(means, kernel_size, norm_type).MoveToOuterDisposeScope();
            }

            /// <summary>The p-norm of each window: <c>(Σ xᵖ)^(1/p)</c>.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="norm_type">The order p.</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.lp_pool2d.html"/>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var means = avg_pool2d(Ops.pow(input, norm_type), kernel_size, stride, null, ceil_mode);
                return NormOfMeans(means, kernel_size[0] * kernel_size[^1], norm_type).MoveToOuterDisposeScope();
            }

            /// <inheritdoc cref="lp_pool2d(Tensor, double, long[], long[], bool)"/>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, kernel_size.Times(2), stride.Times(2), ceil_mode);

            // As PyTorch: negative sums (of odd powers) become 0 before the root.
            private static Tensor NormOfMeans(Tensor means, long windowSize, double order) =>
                Ops.pow(Ops.mul(Ops.mul(Ops.sign(means), Ops.relu(Ops.abs(means))), windowSize), 1 / order);
        }
    }
}
