using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over one dimension.</summary>
/// <remarks>Input (N, C, L), output (N, out_channels, L'), L' = ⌊(L + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1. Source: PyTorch, torch.nn.Conv1d.</remarks>
public sealed class Conv1d : Convolution
{
    private static readonly long[] NoPadding = [0];

    internal Conv1d(ConvolutionOptions options) : base(nameof(Conv1d), options)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (padding_mode != PaddingModes.Zeros)
            return Ops.conv1d(Bordered(input), Weight, Bias, stride, NoPadding, dilation, groups);
        return PaddingRule is { } rule
            ? Ops.conv1d(input, Weight, Bias, stride, rule, dilation, groups)
            : Ops.conv1d(input, Weight, Bias, stride, padding!, dilation, groups);
    }
}
