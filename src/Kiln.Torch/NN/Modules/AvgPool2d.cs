using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean of each window.</summary>
/// <remarks>Input (N, C, H, W) or (C, H, W), output (…, H', W'). Source: PyTorch, torch.nn.AvgPool2d.</remarks>
public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool2d(long[] kernelSize, long[]? stride, long[]? padding) : base(nameof(AvgPool2d))
    {
        kernel_size = kernelSize;
        this.stride = stride ?? kernelSize;
        this.padding = padding ?? [0, 0];
    }

    /// <summary>The window's sizes.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step of the window; by default the window's size.</summary>
    public long[] stride { get; set; }

    /// <summary>The padding on both sides, by zeros.</summary>
    public long[] padding { get; set; }

    /// <summary>Whether the output's size is rounded up.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether padded zeros count in the mean.</summary>
    public bool count_include_pad { get; set; } = true;

    /// <summary>What to divide the sum by; null for the number of values in the window.</summary>
    public long? divisor_override { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        Ops.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture,
        $"kernel_size={Text.Of(kernel_size)}, stride={Text.Of(stride)}, padding={Text.Of(padding)}");
}
