using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A convolution over one dimension.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="stride">The step of the kernel.</param>
        /// <param name="padding">The padding on both sides.</param>
        /// <param name="dilation">The spacing of the kernel's points.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many groups channels are split.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (N, in_channels, L) to (N, out_channels, L').</returns>
        public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(new ConvolutionOptions(in_channels, out_channels, [kernel_size])
            {
                Stride = [stride],
                Padding = [padding],
                Dilation = [dilation],
                PaddingMode = padding_mode,
                Groups = groups,
                Bias = bias,
                Device = device,
                Dtype = dtype,
            });

        /// <summary>A convolution over one dimension, padded by rule.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="padding">The padding on both sides.</param>
        /// <param name="stride">The step of the kernel.</param>
        /// <param name="dilation">The spacing of the kernel's points.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many groups channels are split.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (N, in_channels, L) to (N, out_channels, L').</returns>
        public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(new ConvolutionOptions(in_channels, out_channels, [kernel_size])
            {
                Stride = [stride],
                PaddingType = padding,
                Dilation = [dilation],
                PaddingMode = padding_mode,
                Groups = groups,
                Bias = bias,
                Device = device,
                Dtype = dtype,
            });

        /// <summary>A convolution over images.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="stride">The step of the kernel.</param>
        /// <param name="padding">The padding on both sides.</param>
        /// <param name="dilation">The spacing of the kernel's points.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many groups channels are split.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (N, in_channels, H, W) to (N, out_channels, H', W').</returns>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(new ConvolutionOptions(in_channels, out_channels, Sizes.Two(kernel_size))
            {
                Stride = Sizes.Two(stride),
                Padding = Sizes.Two(padding),
                Dilation = Sizes.Two(dilation),
                PaddingMode = padding_mode,
                Groups = groups,
                Bias = bias,
                Device = device,
                Dtype = dtype,
            });

        /// <summary>A convolution over images.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="stride">The step of the kernel.</param>
        /// <param name="padding">The padding on both sides.</param>
        /// <param name="dilation">The spacing of the kernel's points.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many groups channels are split.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (N, in_channels, H, W) to (N, out_channels, H', W').</returns>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(new ConvolutionOptions(in_channels, out_channels, Sizes.Two(kernel_size))
            {
                Stride = Sizes.Two(stride ?? (1, 1)),
                Padding = Sizes.Two(padding ?? (0, 0)),
                Dilation = Sizes.Two(dilation ?? (1, 1)),
                PaddingMode = padding_mode,
                Groups = groups,
                Bias = bias,
                Device = device,
                Dtype = dtype,
            });

        /// <summary>A convolution over images, padded by rule.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="padding">The padding on both sides.</param>
        /// <param name="stride">The step of the kernel.</param>
        /// <param name="dilation">The spacing of the kernel's points.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many groups channels are split.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (N, in_channels, H, W) to (N, out_channels, H', W').</returns>
        public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(new ConvolutionOptions(in_channels, out_channels, Sizes.Two(kernel_size))
            {
                Stride = Sizes.Two(stride),
                PaddingType = padding,
                Dilation = Sizes.Two(dilation),
                PaddingMode = padding_mode,
                Groups = groups,
                Bias = bias,
                Device = device,
                Dtype = dtype,
            });

        /// <summary>A convolution over images, padded by rule.</summary>
        /// <param name="in_channels">Channels of the input.</param>
        /// <param name="out_channels">Channels of the output.</param>
        /// <param name="kernel_size">The kernel's size.</param>
        /// <param name="padding">The padding on both sides.</param>
        /// <param name="stride">The step of the kernel.</param>
        /// <param name="dilation">The spacing of the kernel's points.</param>
        /// <param name="padding_mode">What stands in the padding.</param>
        /// <param name="groups">Into how many groups channels are split.</param>
        /// <param name="bias">Whether there is a bias.</param>
        /// <param name="device">The device; null takes the default.</param>
        /// <param name="dtype">The dtype; null takes the default.</param>
        /// <returns>The layer, (N, in_channels, H, W) to (N, out_channels, H', W').</returns>
        public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(new ConvolutionOptions(in_channels, out_channels, Sizes.Two(kernel_size))
            {
                Stride = Sizes.Two(stride ?? (1, 1)),
                PaddingType = padding,
                Dilation = Sizes.Two(dilation ?? (1, 1)),
                PaddingMode = padding_mode,
                Groups = groups,
                Bias = bias,
                Device = device,
                Dtype = dtype,
            });
    }
}
