using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The Pareto distribution: density <c>alpha scaleᵃ / xᵃ⁺¹</c> from scale on, a being alpha.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#pareto"/>
public sealed class Pareto : Distribution
{
    internal Pareto(Tensor scale, Tensor alpha, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(scale, alpha);
        (this.scale, this.alpha) = (Own(both.Item1), Own(both.Item2));
        batch_shape = this.scale.shape;
        RequirePositive(nameof(scale), this.scale);
        RequirePositive(nameof(alpha), this.alpha);
    }

    /// <summary>The smallest value, (batch_shape).</summary>
    public Tensor scale { get; }

    /// <summary>The exponent, (batch_shape).</summary>
    public Tensor alpha { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => Ops.clamp_min(alpha, 1) * scale / (Ops.clamp_min(alpha, 1) - 1));

    /// <inheritdoc/>
    public override Tensor mode => scale;

    /// <inheritdoc/>
    public override Tensor variance => Result(() =>
    {
        // Infinite up to an exponent of 2.
        var a = Ops.clamp_min(alpha, 2);
        return scale.pow(2) * a / ((a - 1).pow(2) * (a - 2));
    });

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => scale * (Ops.exponential_(Blank(ExtendedShape(sample_shape), alpha), 1, generator) / alpha).exp());

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => alpha.log() + alpha * scale.log() - (alpha + 1) * value.log());

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => (scale / alpha).log() + (1 + alpha.reciprocal()));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => 1 - (scale / value).pow(alpha));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => scale * (-Ops.log1p(-value) / alpha).exp());

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Pareto(Ops.expand(scale, batch_shape.Shape), Ops.expand(alpha, batch_shape.Shape), generator);
    }
}
