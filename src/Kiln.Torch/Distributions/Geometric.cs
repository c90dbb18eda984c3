using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>How many failures come before the first success: <c>(1 − p)ᵏ p</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#geometric"/>
public sealed class Geometric : Distribution
{
    private readonly ProbsOrLogits _odds;

    internal Geometric(ProbsOrLogits odds, Generator? generator) : base(generator, odds.Given.shape)
    {
        _odds = odds;
        RequireOdds(odds, "above 0 and at most 1", static v => Ops.logical_and(v > 0, v <= 1));
    }

    /// <summary>The probabilities, (batch_shape).</summary>
    public Tensor probs => _odds.Probs;

    /// <summary>The logits, (batch_shape): log odds of one outcome, logarithms of the probabilities of several.</summary>
    public Tensor logits => _odds.Logits;

    /// <inheritdoc/>
    public override Tensor mean => Result(() => 1 / probs - 1);

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.zeros_like(probs));

    /// <inheritdoc/>
    public override Tensor variance => Result(() => (1 / probs - 1) / probs);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var _ = no_grad();
        return Result(() =>
        {
            var u = Ops.uniform_(Blank(ExtendedShape(sample_shape), probs), Tiny(probs), 1, generator);
            return (u.log() / Ops.log1p(-probs)).floor();
        });
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var (values, p) = Broadcast(value, probs);
        // A sure success leaves 0 · log 0, which counts 0.
        p = Ops.masked_fill(p, Ops.logical_and(p == 1, values == 0), 0);
        return values * Ops.log1p(-p) + probs.log();
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => BinaryCrossEntropy(logits, probs) / probs);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Geometric(_odds.Expand(batch_shape.Shape), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _odds.Dispose();
        base.Dispose(disposing);
    }
}
