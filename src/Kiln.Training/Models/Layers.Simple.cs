using System.Runtime.CompilerServices;
using TorchSharp;

namespace Kiln.Training;

/// <content>Layers that take any size, or only normalise.</content>
public static partial class Layers
{
    /// <summary>(N, *) to (N, D): one vector per example.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Flatten([CallerLineNumber] int line = 0) => new(nameof(Flatten), line, _ => torch.nn.Flatten());

    /// <summary>Sets values to 0 with probability p while training, and scales the rest by 1/(1-p).</summary>
    /// <param name="p">Probability, 0..1 (default 0.5).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Dropout(double p = 0.5, [CallerLineNumber] int line = 0) =>
        new(nameof(Dropout), line, input => torch.nn.Dropout(Probability(input, p)));

    /// <summary>(N, C, H, W): sets whole channels to 0 with probability p while training.</summary>
    /// <param name="p">Probability, 0..1 (default 0.5).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Dropout2d(double p = 0.5, [CallerLineNumber] int line = 0) =>
        new(nameof(Dropout2d), line, input =>
        {
            input.PictureChannels();
            return torch.nn.Dropout2d(Probability(input, p));
        });

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
        new(nameof(LayerNorm), line, input => torch.nn.LayerNorm([input.Shape[^1]], eps));

    /// <summary><c>max(x, 0)</c></summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer ReLU([CallerLineNumber] int line = 0) => new(nameof(ReLU), line, _ => torch.nn.ReLU());

    /// <summary><c>max(x, 0) + negativeSlope * min(x, 0)</c></summary>
    /// <param name="negativeSlope">Slope below 0 (default 0.01).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer LeakyReLU(double negativeSlope = 0.01, [CallerLineNumber] int line = 0) =>
        new(nameof(LeakyReLU), line, _ => torch.nn.LeakyReLU(negativeSlope));

    /// <summary><c>x * Phi(x)</c>, Phi the normal distribution.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer GELU([CallerLineNumber] int line = 0) => new(nameof(GELU), line, _ => torch.nn.GELU());

    /// <summary>Hyperbolic tangent.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Tanh([CallerLineNumber] int line = 0) => new(nameof(Tanh), line, _ => torch.nn.Tanh());

    /// <summary><c>1 / (1 + exp(-x))</c></summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Sigmoid([CallerLineNumber] int line = 0) => new(nameof(Sigmoid), line, _ => torch.nn.Sigmoid());

    /// <summary>Passes its input on.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Identity([CallerLineNumber] int line = 0) => new(nameof(Identity), line, _ => torch.nn.Identity());

    private static double Probability(LayerInput input, double p) => p is >= 0 and <= 1
        ? p
        : throw new ModelShapeException(FormattableString.Invariant($"{input.Where}: expected a probability of 0 to 1, got {p}."));
}
