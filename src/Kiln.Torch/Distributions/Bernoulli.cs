using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>One of two outcomes: 1 with a probability, otherwise 0.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#bernoulli"/>
public sealed class Bernoulli : Distribution
{
    private readonly ProbsOrLogits _odds;

    internal Bernoulli(ProbsOrLogits odds, Generator? generator) : base(generator, odds.Given.shape)
    {
        _odds = odds;
        RequireOdds(odds, "in 0..1", static v => Ops.logical_and(v >= 0, v <= 1));
    }

    /// <summary>The probabilities, (batch_shape).</summary>
    public Tensor probs => _odds.Probs;

    /// <summary>The logits, (batch_shape): log odds of one outcome, logarithms of the probabilities of several.</summary>
    public Tensor logits => _odds.Logits;

    /// <inheritdoc/>
    public override Tensor mean => probs;

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.masked_fill(Ops.type_as(probs >= 0.5, probs), probs == 0.5, double.NaN));

    /// <inheritdoc/>
    public override Tensor variance => Result(() => probs * (1 - probs));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var _ = no_grad();
        return Result(() =>
        {
            return Ops.bernoulli(Ops.expand(probs, ExtendedShape(sample_shape)), generator);
        });
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var (scores, values) = Broadcast(logits, value);
        return -BinaryCrossEntropy(scores, values);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => BinaryCrossEntropy(logits, probs));

    /// <inheritdoc/>
    public override Tensor enumerate_support(bool expand = true) => Result(() =>
    {
        var values = Ops.reshape(arange(2, dtype: _odds.Given.dtype, device: _odds.Given.device), [2, .. 1L.Times(batch_shape.Length)]);
        return expand ? Ops.expand(values, [2, .. batch_shape.Shape]) : values;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Bernoulli(_odds.Expand(batch_shape.Shape), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _odds.Dispose();
        base.Dispose(disposing);
    }
}
