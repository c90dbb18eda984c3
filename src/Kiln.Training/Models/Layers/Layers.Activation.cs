using System.Runtime.CompilerServices;
using TorchSharp;

namespace Kiln.Training;

/// <content>Functions of each value; they take any size.</content>
public static partial class Layers
{
    /// <summary><c>max(x, 0)</c></summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer ReLU([CallerLineNumber] int line = 0) => new(nameof(ReLU), line, _ => torch.nn.ReLU());

    /// <summary><c>max(x, 0) + negativeSlope * min(x, 0)</c></summary>
    /// <param name="negativeSlope">Slope below 0 (default 0.01).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer LeakyReLU(double negativeSlope = 0.01, [CallerLineNumber] int line = 0) =>
        new(nameof(LeakyReLU), line, _ => torch.nn.LeakyReLU(negativeSlope));

    /// <summary><c>max(x, 0) + a * min(x, 0)</c> with a learned slope a.</summary>
    /// <param name="perChannel">Whether each channel has a slope of its own (default false: one for all).</param>
    /// <param name="init">The slope at the start (default 0.25).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer PReLU(bool perChannel = false, double init = 0.25, [CallerLineNumber] int line = 0) =>
        new(nameof(PReLU), line, input => torch.nn.PReLU(perChannel ? input.AnyChannels() : 1, init));

    /// <summary><c>x</c> above 0, <c>alpha * (exp(x) - 1)</c> below.</summary>
    /// <param name="alpha">The limit far below 0 (default 1).</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer ELU(double alpha = 1, [CallerLineNumber] int line = 0) => new(nameof(ELU), line, _ => torch.nn.ELU(alpha));

    /// <summary>ELU with the two constants that keep mean 0 and variance 1 from layer to layer.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer SELU([CallerLineNumber] int line = 0) => new(nameof(SELU), line, _ => torch.nn.SELU());

    /// <summary><c>x * Phi(x)</c>, Phi the normal distribution.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer GELU([CallerLineNumber] int line = 0) => new(nameof(GELU), line, _ => torch.nn.GELU());

    /// <summary><c>x / (1 + exp(-x))</c>, also called swish.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer SiLU([CallerLineNumber] int line = 0) => new(nameof(SiLU), line, _ => torch.nn.SiLU());

    /// <summary><c>x * tanh(log(1 + exp(x)))</c></summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Mish([CallerLineNumber] int line = 0) => new(nameof(Mish), line, _ => torch.nn.Mish());

    /// <summary><c>x * min(max(x + 3, 0), 6) / 6</c>: swish made of lines.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Hardswish([CallerLineNumber] int line = 0) => new(nameof(Hardswish), line, _ => torch.nn.Hardswish());

    /// <summary><c>log(1 + exp(x))</c>: always above 0.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Softplus([CallerLineNumber] int line = 0) => new(nameof(Softplus), line, _ => torch.nn.Softplus());

    /// <summary>Hyperbolic tangent.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Tanh([CallerLineNumber] int line = 0) => new(nameof(Tanh), line, _ => torch.nn.Tanh());

    /// <summary><c>1 / (1 + exp(-x))</c></summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Sigmoid([CallerLineNumber] int line = 0) => new(nameof(Sigmoid), line, _ => torch.nn.Sigmoid());

    /// <summary><c>exp(x) / sum exp(x)</c> over the last size. A classifier does not end in it: its loss takes the raw values.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Softmax([CallerLineNumber] int line = 0) => new(nameof(Softmax), line, _ => torch.nn.Softmax(-1));

    /// <summary>The logarithm of <see cref="Softmax"/>. A classifier does not need it: its loss takes the raw values.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer LogSoftmax([CallerLineNumber] int line = 0) => new(nameof(LogSoftmax), line, _ => torch.nn.LogSoftmax(-1));

    /// <summary>Passes its input on.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Identity([CallerLineNumber] int line = 0) => new(nameof(Identity), line, _ => torch.nn.Identity());
}
