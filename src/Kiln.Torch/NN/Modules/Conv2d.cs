using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over images.</summary>
/// <remarks>Input (N, C, H, W), output (N, out_channels, H', W'), H' = ⌊(H + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1. Source: PyTorch, torch.nn.Conv2d.</remarks>
public sealed class Conv2d : Convolution
{
    private static readonly long[] NoPadding = [0, 0];

    internal Conv2d(ConvolutionOptions options) : base(nameof(Conv2d), options)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (padding_mode != PaddingModes.Zeros)
            return Ops.conv2d(Bordered(input), Weight, Bias, stride, NoPadding, dilation, groups);
        return PaddingRule is { } rule
            ? Ops.conv2d(input, Weight, Bias, stride, rule, dilation, groups)
            : Ops.conv2d(input, Weight, Bias, stride, padding!, dilation, groups);
    }
}
