namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Where the pixels of transformed images come from: <c>grid = θ · (x, y, 1)ᵀ</c>, places running from -1 to 1.</summary>
            /// <param name="theta">The affine maps, (N, 2, 3) for images, (N, 3, 4) for volumes.</param>
            /// <param name="size">The size of the output, (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="align_corners">Whether ±1 are the middles of the corner pixels, otherwise their outer edges.</param>
            /// <returns>(N, H, W, 2) or (N, D, H, W, 3); the caller disposes it.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="size"/> is left out.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.affine_grid.html"/>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                ArgumentNullException.ThrowIfNull(size);
                return Ops.affine_grid_generator(theta, size, align_corners);
            }

            /// <summary>Reads images at places that a grid gives.</summary>
            /// <param name="input">The images, (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="grid">Places from -1 to 1, (N, H', W', 2) in the order x, y, or (N, D', H', W', 3).</param>
            /// <param name="mode">How values between pixels come about.</param>
            /// <param name="padding_mode">What stands outside the image.</param>
            /// <param name="align_corners">Whether ±1 are the middles of the corner pixels; null is false.</param>
            /// <returns>(N, C, H', W') or (N, C, D', H', W'); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.grid_sample.html"/>
            public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                // libtorch counts both differently from TorchSharp's enumerations.
                long interpolation = mode == GridSampleMode.Nearest ? 1 : 0;
                long border = padding_mode switch
                {
                    GridSamplePaddingMode.Border => 1,
                    GridSamplePaddingMode.Reflection => 2,
                    _ => 0,
                };
                return Ops.grid_sampler(input, grid, interpolation, border, align_corners ?? false);
            }
        }
    }
}
