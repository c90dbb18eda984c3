namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Cuts an image into patches, each a column.</summary>
            /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The size of the patches.</param>
            /// <param name="dilation">The spacing of a patch's points.</param>
            /// <param name="padding">The padding with zeros on both sides.</param>
            /// <param name="stride">The step from patch to patch.</param>
            /// <returns>(N, C · KH · KW, patches); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.unfold.html"/>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Ops.im2col(input, kernel_size.Times(2), dilation.Times(2), padding.Times(2), stride.Times(2));

            /// <inheritdoc cref="unfold(Tensor, long, long, long, long)"/>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                Ops.im2col(input, kernel_size.AsArray(), (dilation ?? (1, 1)).AsArray(), (padding ?? (0, 0)).AsArray(), (stride ?? (1, 1)).AsArray());

            /// <summary>Puts patches back into an image; where they overlap they are added.</summary>
            /// <param name="input">Patches, (N, C · KH · KW, patches) or without N.</param>
            /// <param name="output_size">The size of the image.</param>
            /// <param name="kernel_size">The size of the patches.</param>
            /// <param name="dilation">The spacing of a patch's points.</param>
            /// <param name="padding">The padding on both sides, which is cut off.</param>
            /// <param name="stride">The step from patch to patch.</param>
            /// <returns>(N, C, H, W); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.fold.html"/>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Ops.col2im(input, output_size.Times(2), kernel_size.Times(2), dilation.Times(2), padding.Times(2), stride.Times(2));

            /// <inheritdoc cref="fold(Tensor, long, long, long, long, long)"/>
            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                Ops.col2im(input, output_size.AsArray(), kernel_size.AsArray(), (dilation ?? (1, 1)).AsArray(), (padding ?? (0, 0)).AsArray(), (stride ?? (1, 1)).AsArray());

            /// <summary>Turns channels into places: r² channels become r × r pixels.</summary>
            /// <param name="input">The input, (*, C · r², H, W).</param>
            /// <param name="upscale_factor">The factor r.</param>
            /// <returns>(*, C, H · r, W · r); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.pixel_shuffle.html"/>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Ops.pixel_shuffle(input, upscale_factor);

            /// <summary>Turns places into channels: r × r pixels become r² channels.</summary>
            /// <param name="input">The input, (*, C, H · r, W · r).</param>
            /// <param name="downscale_factor">The factor r.</param>
            /// <returns>(*, C · r², H, W); the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.pixel_unshuffle.html"/>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Ops.pixel_unshuffle(input, downscale_factor);
        }
    }
}
