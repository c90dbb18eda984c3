using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>How many of total_count trials succeed: <c>C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#binomial"/>
public sealed class Binomial : Distribution
{
    private readonly ProbsOrLogits _odds;

    internal Binomial(Tensor total_count, ProbsOrLogits odds, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(Ops.type_as(total_count, odds.Given), odds.Given);
        this.total_count = Own(both.Item1);
        batch_shape = this.total_count.shape;
        _odds = odds.Expand(batch_shape.Shape);
        odds.Dispose();
        Require(nameof(total_count), this.total_count, "a whole number of at least 0", static v => Ops.logical_and(v >= 0, Ops.frac(v) == 0));
        RequireOdds(_odds, "in 0..1", static v => Ops.logical_and(v >= 0, v <= 1));
    }

    /// <summary>The number of trials, (batch_shape).</summary>
    public Tensor total_count { get; }

    /// <summary>The probabilities, (batch_shape).</summary>
    public Tensor probs => _odds.Probs;

    /// <summary>The logits, (batch_shape): log odds of one outcome, logarithms of the probabilities of several.</summary>
    public Tensor logits => _odds.Logits;

    /// <inheritdoc/>
    public override Tensor mean => Result(() => total_count * probs);

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.clamp(((total_count + 1) * probs).floor(), max: total_count));

    /// <inheritdoc/>
    public override Tensor variance => Result(() => total_count * probs * (1 - probs));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var _ = no_grad();
        return Result(() =>
        {
            var shape = ExtendedShape(sample_shape);
            return Ops.binomial(Ops.expand(total_count, shape), Ops.expand(probs, shape), generator);
        });
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        // log C(n, k) + k logit − n log(1 + exp(logit)), the last in a form that does not overflow.
        var normaliser = total_count * ClampByZero(logits) + total_count * Ops.log1p((-logits.abs()).exp()) - Ops.lgamma(total_count + 1);
        return value * logits - Ops.lgamma(value + 1) - Ops.lgamma(total_count - value + 1) - normaliser;
    });

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The batch has different numbers of trials.</exception>
    public override Tensor entropy() => Result(() =>
    {
        var log = log_prob(enumerate_support(false));
        return -(log.exp() * log).sum(dim: 0);
    });

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The batch has different numbers of trials.</exception>
    public override Tensor enumerate_support(bool expand = true) => Result(() =>
    {
        long values = 1 + SameCount();
        var all = Ops.reshape(arange(values, dtype: total_count.dtype, device: total_count.device), [values, .. 1L.Times(batch_shape.Length)]);
        return expand ? Ops.expand(all, [values, .. batch_shape.Shape]) : all;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Binomial(Ops.expand(total_count, batch_shape.Shape), _odds.Expand(batch_shape.Shape), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _odds.Dispose();
        base.Dispose(disposing);
    }

    private long SameCount()
    {
        double most = total_count.max().ToDouble();
        if (total_count.min().ToDouble() != most)
            throw new NotSupportedException("Binomial: expected one number of trials for the whole batch, got several. Ask each distribution by itself.");
        return (long)most;
    }
}
