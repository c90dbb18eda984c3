using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over one dimension.</summary>
/// <remarks>(N, in_channels, L) to (N, out_channels, L'), L' = ⌊(L + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Conv1d.html"/>
public sealed class Conv1d : Convolution
{
    private static readonly long[] NoPadding = [0];

    internal Conv1d(ConvolutionOptions options) : base(nameof(Conv1d), options)
    {
    }

    private protected override Tensor Convolve(Tensor input)
    {
        if (padding_mode != PaddingModes.Zeros)
            return Ops.conv1d(Bordered(input), Weight, Bias, stride, NoPadding, dilation, groups);
        return PaddingRule is { } rule
            ? Ops.conv1d(input, Weight, Bias, stride, rule, dilation, groups)
            : Ops.conv1d(input, Weight, Bias, stride, padding!, dilation, groups);
    }
}

/// <summary>A convolution over images.</summary>
/// <remarks>(N, in_channels, H, W) to (N, out_channels, H', W'), H' = ⌊(H + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Conv2d.html"/>
public sealed class Conv2d : Convolution
{
    private static readonly long[] NoPadding = [0, 0];

    internal Conv2d(ConvolutionOptions options) : base(nameof(Conv2d), options)
    {
    }

    private protected override Tensor Convolve(Tensor input)
    {
        if (padding_mode != PaddingModes.Zeros)
            return Ops.conv2d(Bordered(input), Weight, Bias, stride, NoPadding, dilation, groups);
        return PaddingRule is { } rule
            ? Ops.conv2d(input, Weight, Bias, stride, rule, dilation, groups)
            : Ops.conv2d(input, Weight, Bias, stride, padding!, dilation, groups);
    }
}

/// <summary>A convolution over volumes.</summary>
/// <remarks>(N, in_channels, D, H, W) to (N, out_channels, D', H', W'), D' = ⌊(D + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Conv3d.html"/>
public sealed class Conv3d : Convolution
{
    private static readonly long[] NoPadding = [0, 0, 0];

    internal Conv3d(ConvolutionOptions options) : base(nameof(Conv3d), options)
    {
    }

    private protected override Tensor Convolve(Tensor input)
    {
        if (padding_mode != PaddingModes.Zeros)
            return Ops.conv3d(Bordered(input), Weight, Bias, stride, NoPadding, dilation, groups);
        return PaddingRule is { } rule
            ? Ops.conv3d(input, Weight, Bias, stride, rule, dilation, groups)
            : Ops.conv3d(input, Weight, Bias, stride, padding!, dilation, groups);
    }
}
