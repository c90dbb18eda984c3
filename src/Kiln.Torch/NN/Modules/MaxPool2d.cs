using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest value of each window.</summary>
/// <remarks>Input (N, C, H, W) or (C, H, W), output (…, H', W'). Source: PyTorch, torch.nn.MaxPool2d.</remarks>
public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool2d(long[] kernelSize, long[]? stride, long[]? padding, long[]? dilation, bool ceilMode) : base(nameof(MaxPool2d))
    {
        kernel_size = kernelSize;
        this.stride = stride ?? kernelSize;
        this.padding = padding ?? [0, 0];
        this.dilation = dilation ?? [1, 1];
        ceil_mode = ceilMode;
    }

    /// <summary>The window's sizes.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step of the window; by default the window's size.</summary>
    public long[] stride { get; set; }

    /// <summary>The padding on both sides, by minus infinity.</summary>
    public long[] padding { get; set; }

    /// <summary>The spacing between the window's points.</summary>
    public long[] dilation { get; set; }

    /// <summary>Whether the output's size is rounded up.</summary>
    public bool ceil_mode { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Ops.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>The largest value of each window and where it was.</summary>
    /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
    /// <returns>Values and flat positions in each channel's plane, both of the output's shape; the caller disposes them.</returns>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        Ops.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture,
        $"kernel_size={Text.Of(kernel_size)}, stride={Text.Of(stride)}, padding={Text.Of(padding)}, dilation={Text.Of(dilation)}, ceil_mode={Text.Of(ceil_mode)}");
}
