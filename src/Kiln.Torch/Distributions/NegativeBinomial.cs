using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>How many successes come before total_count failures.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#negativebinomial"/>
public sealed class NegativeBinomial : Distribution
{
    private readonly ProbsOrLogits _odds;

    internal NegativeBinomial(Tensor total_count, ProbsOrLogits odds, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(Ops.type_as(total_count, odds.Given), odds.Given);
        this.total_count = Own(both.Item1);
        batch_shape = this.total_count.shape;
        _odds = odds.Expand(batch_shape.Shape);
        odds.Dispose();
        Require(nameof(total_count), this.total_count, "at least 0", static v => v >= 0);
        RequireOdds(_odds, "at least 0 and below 1", static v => Ops.logical_and(v >= 0, v < 1));
    }

    /// <summary>The number of failures that end it, (batch_shape).</summary>
    public Tensor total_count { get; }

    /// <summary>The probabilities, (batch_shape).</summary>
    public Tensor probs => _odds.Probs;

    /// <summary>The logits, (batch_shape): log odds of one outcome, logarithms of the probabilities of several.</summary>
    public Tensor logits => _odds.Logits;

    /// <inheritdoc/>
    public override Tensor mean => Result(() => total_count * logits.exp());

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.clamp_min(((total_count - 1) * logits.exp()).floor(), 0));

    /// <inheritdoc/>
    public override Tensor variance => Result(() => total_count * logits.exp() / Ops.sigmoid(-logits));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var _ = no_grad();
        return Result(() =>
        {
            // A Poisson draw whose rate is a gamma draw.
            var shape = ExtendedShape(sample_shape);
            var rate = Ops._standard_gamma(Ops.expand(total_count, shape), generator) / Ops.expand((-logits).exp(), shape);
            return Ops.poisson(Ops.clamp_min(rate, Tiny(rate)), generator);
        });
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var unnormalised = total_count * Ops.log_sigmoid(-logits) + value * Ops.log_sigmoid(logits);
        var normaliser = Ops.lgamma(1 + value) + Ops.lgamma(total_count) - Ops.lgamma(total_count + value);
        return unnormalised - Ops.masked_fill(normaliser, total_count + value == 0, 0);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => throw Missing(nameof(entropy));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new NegativeBinomial(Ops.expand(total_count, batch_shape.Shape), _odds.Expand(batch_shape.Shape), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _odds.Dispose();
        base.Dispose(disposing);
    }
}
