using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>How often each of K categories comes in total_count draws.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#multinomial"/>
public sealed class Multinomial : Distribution
{
    private readonly Categorical _categorical;

    internal Multinomial(long total_count, ProbsOrLogits odds, Generator? generator) : base(generator, odds.Given.shape[..^1], odds.Given.shape[^1..])
    {
        if (total_count < 0)
            throw new ArgumentOutOfRangeException(nameof(total_count), $"Multinomial: expected a total_count of at least 0, got {total_count}.");
        this.total_count = total_count;
        _categorical = new Categorical(odds, generator);
    }

    /// <summary>The number of draws.</summary>
    public long total_count { get; }

    /// <summary>The probabilities, (batch_shape, K).</summary>
    public Tensor probs => _categorical.probs;

    /// <summary>The logarithms of the probabilities, (batch_shape, K).</summary>
    public Tensor logits => _categorical.logits;

    /// <inheritdoc/>
    public override Tensor mean => Result(() => probs * total_count);

    /// <inheritdoc/>
    public override Tensor variance => Result(() => total_count * probs * (1 - probs));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var _ = no_grad();
        return Result(() =>
        {
            var drawn = _categorical.rsample([total_count, .. sample_shape]);
            var last = Ops.movedim(drawn, 0, -1);
            var counts = Ops.zero_(Ops.new_empty(last, ExtendedShape(sample_shape)));
            return Ops.type_as(Ops.scatter_add_(counts, -1, last, Ops.ones_like(last)), probs);
        });
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var (scores, values) = Broadcast(logits, value);
        // Impossible categories that were not drawn count 0, not 0 · −∞.
        scores = Ops.masked_fill(scores, Ops.logical_and(values == 0, scores == double.NegativeInfinity), 0);
        return Ops.lgamma(values.sum(-1) + 1) - Ops.lgamma(values + 1).sum(-1) + (scores * values).sum(-1);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() =>
    {
        var n = Ops.fill_(Blank([], probs), total_count);
        using var binomial = new Binomial(n, ProbsOrLogits.Of(nameof(Multinomial), probs, null, binary: true), generator);
        var support = Ops.slice(binomial.enumerate_support(false), 0, 1);
        var weighted = binomial.log_prob(support).exp() * Ops.lgamma(support + 1);
        return total_count * _categorical.entropy() - Ops.lgamma(n + 1) + weighted.sum([0, -1]);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Multinomial(total_count, _categorical.Odds.Expand([.. batch_shape.Shape, .. event_shape.Shape]), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _categorical.Dispose();
        base.Dispose(disposing);
    }
}
