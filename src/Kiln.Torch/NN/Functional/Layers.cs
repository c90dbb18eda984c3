using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Affine map: <c>y = x Wᵀ + b</c>.</summary>
            /// <param name="input">The input, (*, D).</param>
            /// <param name="weights">The weight, (E, D).</param>
            /// <param name="bias">The bias, (E), or null.</param>
            /// <returns>(*, E); the caller disposes it.</returns>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Ops.linear(input, weights, bias);

            /// <summary>Convolution over one dimension.</summary>
            /// <param name="input">The input, (N, C, L).</param>
            /// <param name="weight">The kernels, (out, C / groups, K).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="stride">The step of the kernel; null is 1.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, L'); the caller disposes it.</returns>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Ops.conv1d(input, weight, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups);

            /// <summary>Convolution over images.</summary>
            /// <param name="input">The input, (N, C, H, W).</param>
            /// <param name="weight">The kernels, (out, C / groups, KH, KW).</param>
            /// <param name="bias">The bias, (out), or null.</param>
            /// <param name="strides">The step of the kernel; null is 1.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the kernel's points; null is 1.</param>
            /// <param name="groups">Into how many groups channels are split.</param>
            /// <returns>(N, out, H', W'); the caller disposes it.</returns>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Ops.conv2d(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);

            /// <summary>The largest value of each window.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool2d(input, Sizes.Two(kernel_size), Sizes.Two(stride ?? kernel_size), Sizes.Two(padding ?? 0), Sizes.Two(dilation ?? 1), ceil_mode);

            /// <summary>The largest value of each window.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Sizes.Two(kernel_size), Sizes.Two(stride), Sizes.Two(padding), Sizes.Two(dilation), ceil_mode);

            /// <summary>The largest value of each window.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="strides">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool2d(input, kernel_size, strides ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

            /// <summary>The mean of each window.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides.</param>
            /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
            /// <param name="count_include_pad">Whether padded zeros count in the mean.</param>
            /// <param name="divisor_override">What to divide the sum by; null for the number of values.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Sizes.Two(kernel_size), Sizes.Two(stride), Sizes.Two(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
            /// <param name="count_include_pad">Whether padded zeros count in the mean.</param>
            /// <param name="divisor_override">What to divide the sum by; null for the number of values.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Sizes.Two(kernel_size), Sizes.Two(stride), Sizes.Two(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window's height and width.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
            /// <param name="count_include_pad">Whether padded zeros count in the mean.</param>
            /// <param name="divisor_override">What to divide the sum by; null for the number of values.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Ops.avg_pool2d(input, kernel_size, stride ?? kernel_size, padding ?? [0, 0], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean over windows chosen so that the output has a given size.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="output_size">Height and width of the output.</param>
            /// <returns>(…, output_size, output_size); the caller disposes it.</returns>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => Ops.adaptive_avg_pool2d(input, [output_size, output_size]);

            /// <summary>The mean over windows chosen so that the output has a given size.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="output_size">Height and width of the output.</param>
            /// <returns>(…, output_size); the caller disposes it.</returns>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => Ops.adaptive_avg_pool2d(input, Sizes.Two(output_size));

            /// <summary>The mean over windows chosen so that the output has a given size.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="output_size">Height and width of the output.</param>
            /// <returns>(…, output_size); the caller disposes it.</returns>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Ops.adaptive_avg_pool2d(input, output_size);
        }
    }
}
