using System.Runtime.CompilerServices;
using TorchSharp;

namespace Kiln.Training;

/// <content>Layers that sum up neighbours.</content>
public static partial class Layers
{
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

    /// <summary>(N, C, T) to (N, C, T'): the largest value of each window of a signal.</summary>
    /// <param name="kernelSize">Length of the window.</param>
    /// <param name="stride">Step of the window; 0 (default) takes the kernel's size.</param>
    /// <param name="padding">Border at either end (default 0).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer MaxPool1d(long kernelSize, long stride = 0, long padding = 0, [CallerLineNumber] int line = 0) =>
        new(nameof(MaxPool1d), line, input =>
        {
            input.SignalChannels();
            input.RequirePositive(nameof(kernelSize), kernelSize);
            input.RequireWindow(kernelSize, padding, dilation: 1);
            return torch.nn.MaxPool1d(kernelSize, stride == 0 ? kernelSize : stride, padding);
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

    /// <summary>(N, C, H, W) or (N, C, T) to (N, C): the mean of each channel. It needs no <see cref="Flatten"/> after it.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer GlobalAvgPool([CallerLineNumber] int line = 0) =>
        new(nameof(GlobalAvgPool), line, input => new Pooled(Channels(input), ChannelPool.Mean));

    /// <summary>(N, C, H, W) or (N, C, T) to (N, C): the largest value of each channel. It needs no <see cref="Flatten"/> after it.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer GlobalMaxPool([CallerLineNumber] int line = 0) =>
        new(nameof(GlobalMaxPool), line, input => new Pooled(Channels(input), ChannelPool.Maximum));

    private static void CheckPool(LayerInput input, long kernelSize, long padding)
    {
        input.PictureChannels();
        input.RequirePositive(nameof(kernelSize), kernelSize);
        input.RequireWindow(kernelSize, padding, dilation: 1);
    }

    private static int Channels(LayerInput input)
    {
        input.RequireNumbers();
        return input.Shape.Length is 2 or 3
            ? input.Shape.Length
            : throw input.Error("a picture (channels, height, width) or a signal (channels, length)", "Put it before Flatten() and Linear.");
    }
}
