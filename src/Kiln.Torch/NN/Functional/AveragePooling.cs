namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The mean of each window.</summary>
            /// <param name="input">The input, (N, C, L) or (C, L).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <param name="count_include_pad">Whether padded zeros count in the mean.</param>
            /// <returns>(…, L'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.avg_pool1d.html"/>
            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                Ops.avg_pool1d(input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], ceil_mode, count_include_pad);

            /// <summary>The mean of each window.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <param name="count_include_pad">Whether padded zeros count in the mean.</param>
            /// <param name="divisor_override">What to divide the sum by; null for the number of values.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.avg_pool2d.html"/>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool2d(input, kernel_size, stride ?? kernel_size, padding ?? [0, 0], ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, kernel_size.Times(2), stride.Times(2), padding.Times(2), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, kernel_size.AsArray(), stride.AsArray(), padding.AsArray(), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <param name="count_include_pad">Whether padded zeros count in the mean.</param>
            /// <param name="divisor_override">What to divide the sum by; null for the number of values.</param>
            /// <returns>(…, D', H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.avg_pool3d.html"/>
            public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool3d(input, kernel_size, stride ?? kernel_size, padding ?? [0, 0, 0], ceil_mode, count_include_pad, divisor_override);

            /// <summary>What <c>avg_pool2d</c> sends back: the gradient with respect to its input.</summary>
            /// <param name="input">The gradient with respect to the output, (…, H', W').</param>
            /// <param name="originalInput">The input of the forward pass, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_sizes">The size of the window.</param>
            /// <param name="strides">The step of the window; null is its size.</param>
            /// <param name="paddings">The padding on both sides; null is 0.</param>
            /// <param name="ceil_mode">Whether the size of the output was rounded up.</param>
            /// <param name="count_include_pad">Whether padded zeros counted in the mean.</param>
            /// <param name="divisor_override">What the sum was divided by; null for the number of values.</param>
            /// <returns>Of the original input's shape; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.avg_pool2d.html"/>
            public static Tensor avg_pool2d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool2d_backward(input, originalInput, kernel_sizes, strides ?? kernel_sizes, paddings ?? [0, 0], ceil_mode, count_include_pad, divisor_override);

            /// <summary>What <c>avg_pool3d</c> sends back: the gradient with respect to its input.</summary>
            /// <param name="input">The gradient with respect to the output, (…, D', H', W').</param>
            /// <param name="originalInput">The input of the forward pass, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="kernel_sizes">The size of the window.</param>
            /// <param name="strides">The step of the window; null is its size.</param>
            /// <param name="paddings">The padding on both sides; null is 0.</param>
            /// <param name="ceil_mode">Whether the size of the output was rounded up.</param>
            /// <param name="count_include_pad">Whether padded zeros counted in the mean.</param>
            /// <param name="divisor_override">What the sum was divided by; null for the number of values.</param>
            /// <returns>Of the original input's shape; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.avg_pool3d.html"/>
            public static Tensor avg_pool3d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool3d_backward(input, originalInput, kernel_sizes, strides ?? kernel_sizes, paddings ?? [0, 0, 0], ceil_mode, count_include_pad, divisor_override);
        }
    }
}
