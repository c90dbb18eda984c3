using System.Runtime.CompilerServices;
using TorchSharp;

namespace Kiln.Training;

/// <content>Convolutions and what changes the size of a picture.</content>
public static partial class Layers
{
    /// <summary>(N, C, H, W) to (N, outChannels, H', W'): a two-dimensional convolution.</summary>
    /// <param name="outChannels">Channels of the output.</param>
    /// <param name="kernelSize">Side of the window.</param>
    /// <param name="stride">Step of the window (default 1).</param>
    /// <param name="padding">Zeros around the picture (default 0), or "same" to keep its size.</param>
    /// <param name="dilation">Distance between the window's points (default 1).</param>
    /// <param name="groups">Groups of channels that do not see each other (default 1).</param>
    /// <param name="bias">Whether to add a number per channel (default true).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Conv2d(
        long outChannels, long kernelSize, long stride = 1, LayerPadding padding = default, long dilation = 1, long groups = 1, bool bias = true,
        [CallerLineNumber] int line = 0) =>
        new(nameof(Conv2d), line, input =>
        {
            long channels = input.PictureChannels();
            CheckConvolution(input, outChannels, kernelSize, stride, padding, dilation, groups);
            return padding.SymmetricFor(kernelSize, dilation) is { } border
                ? torch.nn.Conv2d(channels, outChannels, kernelSize, stride, border, dilation, groups: groups, bias: bias)
                : torch.nn.Conv2d(channels, outChannels, kernelSize, Padding.Same, dilation: dilation, groups: groups, bias: bias);
        });

    /// <summary>(N, C, T) to (N, outChannels, T'): a one-dimensional convolution.</summary>
    /// <param name="outChannels">Channels of the output.</param>
    /// <param name="kernelSize">Length of the window.</param>
    /// <param name="stride">Step of the window (default 1).</param>
    /// <param name="padding">Zeros at either end (default 0), or "same" to keep the length.</param>
    /// <param name="dilation">Distance between the window's points (default 1).</param>
    /// <param name="groups">Groups of channels that do not see each other (default 1).</param>
    /// <param name="bias">Whether to add a number per channel (default true).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Conv1d(
        long outChannels, long kernelSize, long stride = 1, LayerPadding padding = default, long dilation = 1, long groups = 1, bool bias = true,
        [CallerLineNumber] int line = 0) =>
        new(nameof(Conv1d), line, input =>
        {
            long channels = input.SignalChannels();
            CheckConvolution(input, outChannels, kernelSize, stride, padding, dilation, groups);
            return padding.SymmetricFor(kernelSize, dilation) is { } border
                ? torch.nn.Conv1d(channels, outChannels, kernelSize, stride, border, dilation, groups: groups, bias: bias)
                : torch.nn.Conv1d(channels, outChannels, kernelSize, Padding.Same, dilation: dilation, groups: groups, bias: bias);
        });

    /// <summary>(N, C, H, W) to (N, outChannels, H', W'), <c>H' = (H - 1) * stride - 2 * padding + kernelSize + outputPadding</c>: makes a picture larger with learned weights.</summary>
    /// <param name="outChannels">Channels of the output.</param>
    /// <param name="kernelSize">Side of the window.</param>
    /// <param name="stride">By how much the picture grows (default 1).</param>
    /// <param name="padding">Rows and columns cut off at each side (default 0).</param>
    /// <param name="outputPadding">Rows and columns added at one side, fewer than <paramref name="stride"/> (default 0).</param>
    /// <param name="groups">Groups of channels that do not see each other (default 1).</param>
    /// <param name="bias">Whether to add a number per channel (default true).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer ConvTranspose2d(
        long outChannels, long kernelSize, long stride = 1, long padding = 0, long outputPadding = 0, long groups = 1, bool bias = true,
        [CallerLineNumber] int line = 0) =>
        new(nameof(ConvTranspose2d), line, input =>
        {
            long channels = input.PictureChannels();
            input.RequirePositive(nameof(outChannels), outChannels);
            input.RequirePositive(nameof(kernelSize), kernelSize);
            input.RequirePositive(nameof(stride), stride);
            input.RequireGroups(groups, outChannels);
            if (outputPadding < 0 || outputPadding >= stride && outputPadding > 0)
                throw input.Misfit(FormattableString.Invariant($"expected outputPadding from 0 to {stride - 1}, below the stride, got {outputPadding}."));
            return torch.nn.ConvTranspose2d(channels, outChannels, kernelSize, stride, padding, outputPadding, groups: groups, bias: bias);
        });

    /// <summary>Convolution, <see cref="BatchNorm2d"/> and <see cref="ReLU"/> in one: (N, C, H, W) to (N, outChannels, H', W').</summary>
    /// <param name="outChannels">Channels of the output.</param>
    /// <param name="kernelSize">Side of the window (default 3).</param>
    /// <param name="stride">Step of the window (default 1).</param>
    /// <param name="groups">Groups of channels that do not see each other (default 1).</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <remarks>The picture keeps its size where the stride is 1. The convolution has no bias: the normalisation brings one.</remarks>
    public static Layer ConvBlock(long outChannels, long kernelSize = 3, long stride = 1, long groups = 1, [CallerLineNumber] int line = 0) =>
        Stacked(nameof(ConvBlock),
        [
            Conv2d(outChannels, kernelSize, stride, kernelSize / 2, groups: groups, bias: false, line: line), BatchNorm2d(line: line), ReLU(line),
        ]);

    /// <summary>(N, C, H, W) to (N, C, H * scale, W * scale), without weights.</summary>
    /// <param name="scale">By how much height and width grow (default 2).</param>
    /// <param name="mode">"nearest" repeats pixels (default), "bilinear" blends them.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Upsample(double scale = 2, string mode = "nearest", [CallerLineNumber] int line = 0) =>
        new(nameof(Upsample), line, input =>
        {
            input.PictureChannels();
            if (!(scale > 0)) throw input.Misfit(FormattableString.Invariant($"expected a scale above 0, got {scale}."));
            return mode switch
            {
                "nearest" => torch.nn.Upsample(scale_factor: [scale, scale]),
                "bilinear" => torch.nn.Upsample(scale_factor: [scale, scale], mode: torch.UpsampleMode.Bilinear, align_corners: false),
                _ => throw input.Misfit($"expected mode: \"nearest\" or \"bilinear\", got \"{mode}\"."),
            };
        });

    private static void CheckConvolution(
        LayerInput input, long outChannels, long kernelSize, long stride, LayerPadding padding, long dilation, long groups)
    {
        input.RequirePositive(nameof(outChannels), outChannels);
        input.RequirePositive(nameof(kernelSize), kernelSize);
        input.RequirePositive(nameof(stride), stride);
        input.RequirePositive(nameof(dilation), dilation);
        input.RequireGroups(groups, outChannels);
        if (!padding.IsSame) input.RequireWindow(kernelSize, padding.Size, dilation);
        else if (stride != 1)
            throw input.Misfit(FormattableString.Invariant($"padding: \"same\" keeps the size, which a stride of {stride} does not. ")
                + FormattableString.Invariant($"Use padding: {dilation * (kernelSize - 1) / 2}."));
    }
}
