using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The arithmetic that distributions share.</summary>
internal static class DistributionMath
{
    /// <summary>The Euler-Mascheroni constant.</summary>
    public const double Euler = 0.57721566490153286060;

    /// <summary>The distance from 1 to the next number.</summary>
    public static double Epsilon(Tensor like) => like.dtype switch
    {
        ScalarType.Float64 => Math.Pow(2, -52),
        ScalarType.Float16 => Math.Pow(2, -10),
        ScalarType.BFloat16 => Math.Pow(2, -7),
        _ => Math.Pow(2, -23),
    };

    /// <summary>The smallest normal number.</summary>
    public static double Tiny(Tensor like) => like.dtype switch
    {
        ScalarType.Float64 => Math.Pow(2, -1022),
        ScalarType.Float16 => Math.Pow(2, -14),
        _ => Math.Pow(2, -126),
    };

    /// <summary>Keeps probabilities away from 0 and 1, so that their logits are finite.</summary>
    public static Tensor ClampProbs(Tensor probs) => probs.clamp(Epsilon(probs), 1 - Epsilon(probs));

    /// <summary>Sums the last dimensions, so many.</summary>
    public static Tensor SumRightmost(Tensor value, int dimensions) =>
        dimensions == 0 ? value : value.reshape([.. value.shape[..^dimensions], -1]).sum(-1);

    /// <summary>As clamp at 0 from below, but with a gradient of ½ at 0.</summary>
    public static Tensor ClampByZero(Tensor x) => (Ops.clamp_min(x, 0) + x - Ops.clamp_max(x, 0)) / 2;

    /// <summary>Uniform numbers that are neither 0 nor 1.</summary>
    public static Tensor OpenUniform(long[] shape, Tensor like, Generator? generator) =>
        ClampProbs(rand(shape, dtype: like.dtype, device: like.device, generator: generator));

    /// <summary>A tensor of the type and device of another whose elements are not yet set.</summary>
    public static Tensor Blank(long[] shape, Tensor like) => empty(shape, dtype: like.dtype, device: like.device);

    public static Tensor BinaryCrossEntropy(Tensor logits, Tensor target) =>
        Ops.binary_cross_entropy_with_logits(logits, target, reduction: (long)nn.Reduction.None);

    /// <summary>Tensors of one shape, views of those given.</summary>
    public static (Tensor, Tensor) Broadcast(Tensor first, Tensor second)
    {
        var both = Ops.broadcast_tensors([first, second]);
        return (both[0], both[1]);
    }

    public static Tensor Number(double value) => tensor(value);

    public static Tensor Number(float value) => tensor(value);

    public static Tensor? Number(double? value) => value is { } number ? tensor(number) : null;

    public static Tensor? Number(float? value) => value is { } number ? tensor(number) : null;

    /// <summary>A number as the probability of the only category.</summary>
    public static Tensor? Single(double? value) => value is { } number ? tensor(new[] { number }) : null;

    /// <inheritdoc cref="Single(double?)"/>
    public static Tensor? Single(float? value) => value is { } number ? tensor(new[] { number }) : null;
}
