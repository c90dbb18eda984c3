using System.Runtime.CompilerServices;
using TorchSharp;

namespace Kiln.Training;

/// <content>Layers that normalise, and those that drop values while training.</content>
public static partial class Layers
{
    /// <summary>(N, C, H, W): each channel to mean 0 and variance 1 over the batch, then scaled and shifted by learned numbers.</summary>
    /// <param name="eps">Added to the variance (default 1e-5).</param>
    /// <param name="momentum">Weight of the newest batch in the running statistics (default 0.1).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer BatchNorm2d(double eps = 1e-5, double momentum = 0.1, [CallerLineNumber] int line = 0) =>
        new(nameof(BatchNorm2d), line, input => torch.nn.BatchNorm2d(input.PictureChannels(), eps, momentum));

    /// <summary>(N, C) or (N, C, T): each channel to mean 0 and variance 1 over the batch, then scaled and shifted by learned numbers.</summary>
    /// <param name="eps">Added to the variance (default 1e-5).</param>
    /// <param name="momentum">Weight of the newest batch in the running statistics (default 0.1).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer BatchNorm1d(double eps = 1e-5, double momentum = 0.1, [CallerLineNumber] int line = 0) =>
        new(nameof(BatchNorm1d), line, input => torch.nn.BatchNorm1d(input.VectorChannels(), eps, momentum));

    /// <summary>Each example to mean 0 and variance 1 over its last size, then scaled and shifted by learned numbers.</summary>
    /// <param name="eps">Added to the variance (default 1e-5).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer LayerNorm(double eps = 1e-5, [CallerLineNumber] int line = 0) =>
        new(nameof(LayerNorm), line, input =>
        {
            input.AnyChannels();
            return torch.nn.LayerNorm([input.Shape[^1]], eps);
        });

    /// <summary>(N, C, *): groups of channels of each example to mean 0 and variance 1, then scaled and shifted by learned numbers. It does not depend on the batch.</summary>
    /// <param name="groups">Number of groups; it divides the channels.</param>
    /// <param name="eps">Added to the variance (default 1e-5).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer GroupNorm(long groups, double eps = 1e-5, [CallerLineNumber] int line = 0) =>
        new(nameof(GroupNorm), line, input =>
        {
            long channels = input.AnyChannels();
            return groups > 0 && channels % groups == 0
                ? torch.nn.GroupNorm(groups, channels, eps)
                : throw input.Error(FormattableString.Invariant($"groups: {groups} to divide the {channels} channels"), "Change groups or the channels.");
        });

    /// <summary>(N, C, H, W): each channel of each example to mean 0 and variance 1.</summary>
    /// <param name="eps">Added to the variance (default 1e-5).</param>
    /// <param name="affine">Whether learned numbers scale and shift it then (default false).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer InstanceNorm2d(double eps = 1e-5, bool affine = false, [CallerLineNumber] int line = 0) =>
        new(nameof(InstanceNorm2d), line, input => torch.nn.InstanceNorm2d(input.PictureChannels(), eps, affine: affine));

    /// <summary>Sets values to 0 with probability p while training, and scales the rest by 1/(1-p).</summary>
    /// <param name="p">Probability, 0..1 (default 0.5).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Dropout(double p = 0.5, [CallerLineNumber] int line = 0) =>
        new(nameof(Dropout), line, input => torch.nn.Dropout(input.Probability(p)));

    /// <summary>(N, C, H, W): sets whole channels to 0 with probability p while training.</summary>
    /// <param name="p">Probability, 0..1 (default 0.5).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Dropout2d(double p = 0.5, [CallerLineNumber] int line = 0) =>
        new(nameof(Dropout2d), line, input =>
        {
            input.PictureChannels();
            return torch.nn.Dropout2d(input.Probability(p));
        });
}
