using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Poisson distribution of counts: <c>rateᵏ exp(−rate) / k!</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#poisson"/>
public sealed class Poisson : Distribution
{
    internal Poisson(Tensor rate, Generator? generator) : base(generator)
    {
        this.rate = Own(Ops.alias(rate));
        batch_shape = this.rate.shape;
        Require(nameof(rate), this.rate, "at least 0", static v => v >= 0);
    }

    /// <summary>The expected count, (batch_shape).</summary>
    public Tensor rate { get; }

    /// <inheritdoc/>
    public override Tensor mean => rate;

    /// <inheritdoc/>
    public override Tensor mode => Result(() => rate.floor());

    /// <inheritdoc/>
    public override Tensor variance => rate;

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var _ = no_grad();
        return Result(() =>
        {
            return Ops.poisson(Ops.expand(rate, ExtendedShape(sample_shape)), generator);
        });
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => Ops.xlogy(value, rate) - rate - Ops.lgamma(value + 1));

    /// <inheritdoc/>
    public override Tensor entropy() => throw Missing(nameof(entropy));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Poisson(Ops.expand(rate, batch_shape.Shape), generator);
    }
}
