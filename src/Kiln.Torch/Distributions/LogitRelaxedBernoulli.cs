using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>Log odds of a relaxed Bernoulli draw: a draw between two outcomes through which gradients flow, before the logistic function.</summary>
/// <seealso href="https://arxiv.org/abs/1611.00712"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#logitrelaxedbernoulli"/>
public sealed class LogitRelaxedBernoulli : Distribution
{
    private readonly ProbsOrLogits _odds;

    internal LogitRelaxedBernoulli(Tensor temperature, ProbsOrLogits odds, Generator? generator) : base(generator, odds.Given.shape)
    {
        _odds = odds;
        this.temperature = Own(Ops.alias(temperature));
        RequireOdds(odds, "in 0..1", static v => Ops.logical_and(v >= 0, v <= 1));
    }

    /// <summary>The temperature: towards 0 draws become discrete.</summary>
    public Tensor temperature { get; }

    /// <summary>The probabilities, (batch_shape).</summary>
    public Tensor probs => _odds.Probs;

    /// <summary>The logits, (batch_shape): log odds of one outcome, logarithms of the probabilities of several.</summary>
    public Tensor logits => _odds.Logits;

    internal ProbsOrLogits Odds => _odds;

    /// <inheritdoc/>
    public override Tensor mean => throw Missing(nameof(mean));

    /// <inheritdoc/>
    public override Tensor variance => throw Missing(nameof(variance));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        var p = ClampProbs(Ops.expand(probs, ExtendedShape(sample_shape)));
        var u = OpenUniform(p.shape, p, generator);
        return (u.log() - Ops.log1p(-u) + p.log() - Ops.log1p(-p)) / temperature;
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var (scores, values) = Broadcast(logits, value);
        var difference = scores - values * temperature;
        return temperature.log() + difference - 2 * Ops.log1p(difference.exp());
    });

    /// <inheritdoc/>
    public override Tensor entropy() => throw Missing(nameof(entropy));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new LogitRelaxedBernoulli(temperature, _odds.Expand(batch_shape.Shape), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _odds.Dispose();
        base.Dispose(disposing);
    }
}
