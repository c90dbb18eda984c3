using System.Runtime.CompilerServices;
using TorchSharp;

namespace Kiln.Training;

/// <summary>
/// Layers that learn their input size from the layer before: <c>Conv2d(6, 5)</c> instead of <c>nn.Conv2d(1, 6, 5)</c>.
/// Names, order and defaults of the other arguments are those of <c>torch.nn</c>; each name stands once, without overloads,
/// because a notebook offers them as local functions. <c>line</c> is filled in by the compiler.
/// </summary>
public static partial class Layers
{
    /// <summary>(N, D) to (N, outFeatures): <c>y = x W' + b</c>. Pictures need <see cref="Flatten"/> first.</summary>
    /// <param name="outFeatures">Size of the output.</param>
    /// <param name="bias">Whether to add b (default true).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Linear(long outFeatures, bool bias = true, [CallerLineNumber] int line = 0) =>
        new(nameof(Linear), line, input =>
        {
            input.RequirePositive(nameof(outFeatures), outFeatures);
            return torch.nn.Linear(input.Features(), outFeatures, bias);
        });

    /// <summary>(N, C, H, W) to (N, outChannels, H', W'): a two-dimensional convolution.</summary>
    /// <param name="outChannels">Channels of the output.</param>
    /// <param name="kernelSize">Side of the window.</param>
    /// <param name="stride">Step of the window (default 1).</param>
    /// <param name="padding">Zeros around the picture (default 0).</param>
    /// <param name="dilation">Distance between the window's points (default 1).</param>
    /// <param name="groups">Groups of channels that do not see each other (default 1).</param>
    /// <param name="bias">Whether to add a number per channel (default true).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Conv2d(
        long outChannels, long kernelSize, long stride = 1, long padding = 0, long dilation = 1, long groups = 1, bool bias = true,
        [CallerLineNumber] int line = 0) =>
        new(nameof(Conv2d), line, input =>
        {
            long channels = input.PictureChannels();
            CheckConvolution(input, outChannels, kernelSize, stride, padding, dilation, groups);
            return torch.nn.Conv2d(channels, outChannels, kernelSize, stride, padding, dilation, groups: groups, bias: bias);
        });

    /// <summary>(N, C, T) to (N, outChannels, T'): a one-dimensional convolution.</summary>
    /// <param name="outChannels">Channels of the output.</param>
    /// <param name="kernelSize">Length of the window.</param>
    /// <param name="stride">Step of the window (default 1).</param>
    /// <param name="padding">Zeros at either end (default 0).</param>
    /// <param name="dilation">Distance between the window's points (default 1).</param>
    /// <param name="groups">Groups of channels that do not see each other (default 1).</param>
    /// <param name="bias">Whether to add a number per channel (default true).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Conv1d(
        long outChannels, long kernelSize, long stride = 1, long padding = 0, long dilation = 1, long groups = 1, bool bias = true,
        [CallerLineNumber] int line = 0) =>
        new(nameof(Conv1d), line, input =>
        {
            long channels = input.SignalChannels();
            CheckConvolution(input, outChannels, kernelSize, stride, padding, dilation, groups);
            return torch.nn.Conv1d(channels, outChannels, kernelSize, stride, padding, dilation, groups: groups, bias: bias);
        });

    /// <summary>(N, C, H, W) to (N, C, H', W'): the largest value of each window.</summary>
    /// <param name="kernelSize">Side of the window.</param>
    /// <param name="stride">Step of the window; 0 (default) takes the kernel's size.</param>
    /// <param name="padding">Border around the picture (default 0).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer MaxPool2d(long kernelSize, long stride = 0, long padding = 0, [CallerLineNumber] int line = 0) =>
        new(nameof(MaxPool2d), line, input =>
        {
            CheckPool(input, kernelSize, padding);
            return torch.nn.MaxPool2d(kernelSize, stride == 0 ? kernelSize : stride, padding);
        });

    /// <summary>(N, C, H, W) to (N, C, H', W'): the mean of each window.</summary>
    /// <param name="kernelSize">Side of the window.</param>
    /// <param name="stride">Step of the window; 0 (default) takes the kernel's size.</param>
    /// <param name="padding">Zeros around the picture (default 0).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer AvgPool2d(long kernelSize, long stride = 0, long padding = 0, [CallerLineNumber] int line = 0) =>
        new(nameof(AvgPool2d), line, input =>
        {
            CheckPool(input, kernelSize, padding);
            return torch.nn.AvgPool2d(kernelSize, stride == 0 ? kernelSize : stride, padding);
        });

    /// <summary>(N, C, H, W) to (N, C, outputSize, outputSize), whatever H and W are.</summary>
    /// <param name="outputSize">Side of the output (default 1: one mean per channel).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer AdaptiveAvgPool2d(long outputSize = 1, [CallerLineNumber] int line = 0) =>
        new(nameof(AdaptiveAvgPool2d), line, input =>
        {
            input.PictureChannels();
            input.RequirePositive(nameof(outputSize), outputSize);
            return torch.nn.AdaptiveAvgPool2d(outputSize);
        });

    private static void CheckConvolution(
        LayerInput input, long outChannels, long kernelSize, long stride, long padding, long dilation, long groups)
    {
        input.RequirePositive(nameof(outChannels), outChannels);
        input.RequirePositive(nameof(kernelSize), kernelSize);
        input.RequirePositive(nameof(stride), stride);
        input.RequirePositive(nameof(dilation), dilation);
        input.RequireGroups(groups, outChannels);
        input.RequireWindow(kernelSize, padding, dilation);
    }

    private static void CheckPool(LayerInput input, long kernelSize, long padding)
    {
        input.PictureChannels();
        input.RequirePositive(nameof(kernelSize), kernelSize);
        input.RequireWindow(kernelSize, padding, dilation: 1);
    }
}
