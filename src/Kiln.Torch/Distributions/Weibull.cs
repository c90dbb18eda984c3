using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The Weibull distribution: distribution function <c>1 − exp(−(x / scale)ᵏ)</c>, k being the concentration.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#weibull"/>
public sealed class Weibull : Distribution
{
    internal Weibull(Tensor scale, Tensor concentration, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(scale, concentration);
        (this.scale, this.concentration) = (Own(both.Item1), Own(both.Item2));
        batch_shape = this.scale.shape;
        RequirePositive(nameof(scale), this.scale);
        RequirePositive(nameof(concentration), this.concentration);
    }

    /// <summary>The scale, (batch_shape).</summary>
    public Tensor scale { get; }

    /// <summary>The exponent, (batch_shape).</summary>
    public Tensor concentration { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => scale * Ops.lgamma(1 + concentration.reciprocal()).exp());

    /// <inheritdoc/>
    public override Tensor mode => Result(() => scale * ((concentration - 1) / concentration).pow(concentration.reciprocal()));

    /// <inheritdoc/>
    public override Tensor variance => Result(() =>
    {
        var inverse = concentration.reciprocal();
        return scale.pow(2) * (Ops.lgamma(1 + 2 * inverse).exp() - (2 * Ops.lgamma(1 + inverse)).exp());
    });

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => scale * Ops.exponential_(Blank(ExtendedShape(sample_shape), scale), 1, generator).pow(concentration.reciprocal()));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var ratio = value / scale;
        return (concentration / scale).log() + (concentration - 1) * ratio.log() - ratio.pow(concentration);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => Euler * (1 - concentration.reciprocal()) + (scale / concentration).log() + 1);

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => 1 - (-(value / scale).pow(concentration)).exp());

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => scale * (-Ops.log1p(-value)).pow(concentration.reciprocal()));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Weibull(Ops.expand(scale, batch_shape.Shape), Ops.expand(concentration, batch_shape.Shape), generator);
    }
}
