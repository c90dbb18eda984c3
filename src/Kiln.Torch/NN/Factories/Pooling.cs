using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The largest value of each window.</summary>
        /// <param name="kernel_size">The window's size.</param>
        /// <param name="stride">The step of the window; null is its size.</param>
        /// <param name="padding">The padding on both sides; null is 0.</param>
        /// <param name="dilation">The spacing of the window's points; null is 1.</param>
        /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, H', W').</returns>
        public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(Sizes.Two(kernel_size), Sizes.Two(stride), Sizes.Two(padding), Sizes.Two(dilation), ceil_mode);

        /// <summary>The largest value of each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The step of the window; null is its size.</param>
        /// <param name="padding">The padding on both sides; null is 0.</param>
        /// <param name="dilation">The spacing of the window's points; null is 1.</param>
        /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, H', W').</returns>
        public static MaxPool2d MaxPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
            new(Sizes.Two(kernel_size), Sizes.Two(stride), Sizes.Two(padding), Sizes.Two(dilation), ceil_mode);

        /// <summary>The largest value of each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The step of the window; null is its size.</param>
        /// <param name="padding">The padding on both sides; null is 0.</param>
        /// <param name="dilation">The spacing of the window's points; null is 1.</param>
        /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, H', W').</returns>
        public static MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The mean of each window.</summary>
        /// <param name="kernel_size">The window's size.</param>
        /// <param name="stride">The step of the window; null is its size.</param>
        /// <param name="padding">The padding on both sides; null is 0.</param>
        /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
        /// <param name="count_include_pad">Whether padded zeros count in the mean.</param>
        /// <param name="divisor_override">What to divide the sum by; null for the number of values.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, H', W').</returns>
        public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            AvgPool2d(Sizes.Two(kernel_size), Sizes.Two(stride), Sizes.Two(padding), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean of each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The step of the window; null is its size.</param>
        /// <param name="padding">The padding on both sides; null is 0.</param>
        /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
        /// <param name="count_include_pad">Whether padded zeros count in the mean.</param>
        /// <param name="divisor_override">What to divide the sum by; null for the number of values.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, H', W').</returns>
        public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            AvgPool2d(Sizes.Two(kernel_size), Sizes.Two(stride), Sizes.Two(padding), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean of each window.</summary>
        /// <param name="kernel_size">The window's height and width.</param>
        /// <param name="stride">The step of the window; null is its size.</param>
        /// <param name="padding">The padding on both sides; null is 0.</param>
        /// <param name="ceil_mode">Whether the output's size is rounded up.</param>
        /// <param name="count_include_pad">Whether padded zeros count in the mean.</param>
        /// <param name="divisor_override">What to divide the sum by; null for the number of values.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, H', W').</returns>
        public static AvgPool2d AvgPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size, stride, padding) { ceil_mode = ceil_mode, count_include_pad = count_include_pad, divisor_override = divisor_override };

        /// <summary>The mean over windows chosen so that the output has a given size.</summary>
        /// <param name="output_size">Height and width of the output.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, output_size, output_size).</returns>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(Sizes.Two(output_size));

        /// <summary>The mean over windows chosen so that the output has a given size.</summary>
        /// <param name="output_size">Height and width of the output.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, output_size).</returns>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Sizes.Two(output_size));

        /// <summary>The mean over windows chosen so that the output has a given size.</summary>
        /// <param name="output_size">Height and width of the output.</param>
        /// <returns>The layer, (N, C, H, W) to (N, C, output_size).</returns>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);
    }
}
