using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>A draw between two outcomes, in 0..1, through which gradients flow.</summary>
/// <seealso href="https://arxiv.org/abs/1611.00712"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#relaxedbernoulli"/>
public sealed class RelaxedBernoulli : Distribution
{
    private readonly LogitRelaxedBernoulli _base;

    internal RelaxedBernoulli(Tensor temperature, ProbsOrLogits odds, Generator? generator) : base(generator)
    {
        _base = new LogitRelaxedBernoulli(temperature, odds, generator);
        (batch_shape, event_shape) = (_base.batch_shape, _base.event_shape);
    }

    /// <summary>The temperature: towards 0 draws become discrete.</summary>
    public Tensor temperature => _base.temperature;

    /// <summary>The probabilities, (batch_shape).</summary>
    public Tensor probs => _base.probs;

    /// <summary>The log odds, (batch_shape).</summary>
    public Tensor logits => _base.logits;

    /// <inheritdoc/>
    public override Tensor mean => throw Missing(nameof(mean));

    /// <inheritdoc/>
    public override Tensor variance => throw Missing(nameof(variance));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        var drawn = Ops.sigmoid(_base.rsample(sample_shape));
        return drawn.clamp(Tiny(drawn), 1 - Epsilon(drawn));
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var inside = value.clamp(Tiny(value), 1 - Epsilon(value));
        var x = inside.log() - Ops.log1p(-inside);
        return _base.log_prob(x) + Ops.softplus(-x) + Ops.softplus(x);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => throw Missing(nameof(entropy));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new RelaxedBernoulli(temperature, _base.Odds.Expand(batch_shape.Shape), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _base.Dispose();
        base.Dispose(disposing);
    }
}
