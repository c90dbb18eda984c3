using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>Logarithms of a relaxed categorical draw: a draw between K categories through which gradients flow.</summary>
/// <seealso href="https://arxiv.org/abs/1611.00712"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#relaxedonehotcategorical"/>
public sealed class ExpRelaxedCategorical : Distribution
{
    private readonly Categorical _categorical;

    internal ExpRelaxedCategorical(Tensor temperature, ProbsOrLogits odds, Generator? generator) : base(generator, odds.Given.shape[..^1], odds.Given.shape[^1..])
    {
        _categorical = new Categorical(odds, generator);
        this.temperature = Own(Ops.alias(temperature));
    }

    /// <summary>The temperature: towards 0 draws become discrete.</summary>
    public Tensor temperature { get; }

    /// <summary>The probabilities, (batch_shape, K).</summary>
    public Tensor probs => _categorical.probs;

    /// <summary>The logarithms of the probabilities, (batch_shape, K).</summary>
    public Tensor logits => _categorical.logits;

    internal ProbsOrLogits Odds => _categorical.Odds;

    /// <inheritdoc/>
    public override Tensor mean => throw Missing(nameof(mean));

    /// <inheritdoc/>
    public override Tensor variance => throw Missing(nameof(variance));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        var gumbels = -(-OpenUniform(ExtendedShape(sample_shape), logits, generator).log()).log();
        var scores = (logits + gumbels) / temperature;
        return scores - Ops.logsumexp(scores, [-1], true);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        long k = event_shape[0];
        var (own, values) = Broadcast(logits, value);
        var constant = Ops.lgamma(Ops.full_like(temperature, (double)k)) + temperature.log() * (k - 1);
        var scores = own - values * temperature;
        return (scores - Ops.logsumexp(scores, [-1], true)).sum(-1) + constant;
    });

    /// <inheritdoc/>
    public override Tensor entropy() => throw Missing(nameof(entropy));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new ExpRelaxedCategorical(temperature, _categorical.Odds.Expand([.. batch_shape.Shape, .. event_shape.Shape]), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _categorical.Dispose();
        base.Dispose(disposing);
    }
}
