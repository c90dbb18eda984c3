using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Poolings that know where their values came from.</summary>
internal static class Pooled
{
    /// <summary>The values alone; the indices are freed.</summary>
    public static Tensor Values((Tensor Values, Tensor Indices) pooled)
    {
        pooled.Indices.Dispose();
        return pooled.Values;
    }
}

public sealed partial class MaxPool1d
{
    /// <summary>The largest value of each window and where it was.</summary>
    /// <param name="input">The input, (N, C, L) or (C, L).</param>
    /// <returns>Values and positions in each channel, both of the output's shape; the caller disposes them.</returns>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        Ops.max_pool1d_with_indices(input, [kernel_size], [stride], [padding], [dilation], ceil_mode);
}

public sealed partial class MaxPool2d
{
    /// <summary>The largest value of each window and where it was.</summary>
    /// <param name="input">The input, (N, C, H, W) or (C, H, W).</param>
    /// <returns>Values and flat positions in each channel's plane, both of the output's shape; the caller disposes them.</returns>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        Ops.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
}

public sealed partial class MaxPool3d
{
    /// <summary>The largest value of each window and where it was.</summary>
    /// <param name="input">The input, (N, C, D, H, W) or (C, D, H, W).</param>
    /// <returns>Values and flat positions in each channel's volume, both of the output's shape; the caller disposes them.</returns>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        Ops.max_pool3d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
}

public sealed partial class AdaptiveMaxPool1d
{
    /// <inheritdoc cref="MaxPool1d.forward_with_indices"/>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => Ops.adaptive_max_pool1d(input, [output_size]);
}

public sealed partial class AdaptiveMaxPool2d
{
    /// <inheritdoc cref="MaxPool2d.forward_with_indices"/>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => Ops.adaptive_max_pool2d(input, output_size);
}

public sealed partial class AdaptiveMaxPool3d
{
    /// <inheritdoc cref="MaxPool3d.forward_with_indices"/>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => Ops.adaptive_max_pool3d(input, output_size);
}
