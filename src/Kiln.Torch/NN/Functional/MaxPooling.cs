namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest value of each window.</summary>
            /// <param name="input">The input, (N, C, L) or (C, L).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <returns>(…, L'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_pool1d.html"/>
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool1d(input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode);

            /// <summary>The largest value of each window, and where it is.</summary>
            /// <param name="input">The input, (N, C, L) or (C, L).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <returns>Values and indices (int64) into the flattened last dimensions, (…, L') each; the caller disposes them.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_pool1d.html"/>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool1d_with_indices(input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode);

            /// <summary>The largest value of each window.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="strides">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_pool2d.html"/>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool2d(input, kernel_size, strides ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

            /// <summary>The largest value of each window.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="stride">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <returns>(…, H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_pool2d.html"/>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, kernel_size.Times(2), stride.Times(2), padding.Times(2), dilation.Times(2), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long, long?, long?, long?, bool)"/>
            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, kernel_size.AsArray(), stride.AsArray(), padding.AsArray(), dilation.AsArray(), ceil_mode);

            /// <summary>The largest value of each window, and where it is.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="strides">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <returns>Values and indices (int64) into the flattened last dimensions, (…, H', W') each; the caller disposes them.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_pool2d.html"/>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool2d_with_indices(input, kernel_size, strides ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

            /// <summary>The largest value of each window.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="strides">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <returns>(…, D', H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_pool3d.html"/>
            public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool3d(input, kernel_size, strides ?? kernel_size, padding ?? [0, 0, 0], dilation ?? [1, 1, 1], ceil_mode);

            /// <summary>The largest value of each window, and where it is.</summary>
            /// <param name="input">The input, (N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="kernel_size">The size of the window.</param>
            /// <param name="strides">The step of the window; null is its size.</param>
            /// <param name="padding">The padding on both sides; null is 0.</param>
            /// <param name="dilation">The spacing of the window's points; null is 1.</param>
            /// <param name="ceil_mode">Whether the size of the output is rounded up.</param>
            /// <returns>Values and indices (int64) into the flattened last dimensions, (…, D', H', W') each; the caller disposes them.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.max_pool3d.html"/>
            public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Ops.max_pool3d_with_indices(input, kernel_size, strides ?? kernel_size, padding ?? [0, 0, 0], dilation ?? [1, 1, 1], ceil_mode);
        }
    }
}
