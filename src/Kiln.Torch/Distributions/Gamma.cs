using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The gamma distribution: density <c>rateᵃ xᵃ⁻¹ exp(−rate x) / Γ(a)</c>, a being the concentration.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#gamma"/>
public class Gamma : Distribution
{
    internal Gamma(Tensor concentration, Tensor rate, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(concentration, rate);
        (this.concentration, this.rate) = (Own(both.Item1), Own(both.Item2));
        batch_shape = this.concentration.shape;
        RequirePositive(nameof(concentration), this.concentration);
        RequirePositive(nameof(rate), this.rate);
    }

    /// <summary>The shape a, (batch_shape).</summary>
    public Tensor concentration { get; }

    /// <summary>The rate, (batch_shape).</summary>
    public Tensor rate { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => concentration / rate);

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.clamp_min((concentration - 1) / rate, 0));

    /// <inheritdoc/>
    public override Tensor variance => Result(() => concentration / rate.pow(2));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        var shape = ExtendedShape(sample_shape);
        var drawn = Ops._standard_gamma(Ops.expand(concentration, shape), generator) / Ops.expand(rate, shape);
        // Gradients must not see that draws of 0 are lifted.
        Ops.clamp_(drawn.detach(), min: Tiny(drawn));
        return drawn;
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => Ops.xlogy(concentration, rate) + Ops.xlogy(concentration - 1, value) - rate * value - Ops.lgamma(concentration));

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => concentration - rate.log() + Ops.lgamma(concentration) + (1 - concentration) * Ops.digamma(concentration));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Gamma(Ops.expand(concentration, batch_shape.Shape), Ops.expand(rate, batch_shape.Shape), generator);
    }
}
