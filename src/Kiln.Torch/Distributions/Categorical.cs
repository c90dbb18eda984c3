using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>One of K categories, 0 to K − 1.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#categorical"/>
public sealed class Categorical : Distribution
{
    private readonly ProbsOrLogits _odds;

    internal Categorical(ProbsOrLogits odds, Generator? generator) : base(generator, odds.Given.shape[..^1])
    {
        _odds = odds;
        RequireOdds(odds, "at least 0, and the sum of each row above 0", static v => v >= 0);
    }

    /// <summary>The probabilities, (batch_shape, K).</summary>
    public Tensor probs => _odds.Probs;

    /// <summary>The logits, (batch_shape, K): log odds of one outcome, logarithms of the probabilities of several.</summary>
    public Tensor logits => _odds.Logits;

    internal ProbsOrLogits Odds => _odds;

    internal long Categories => _odds.Given.shape[^1];

    /// <summary>The shape of the probabilities, (batch_shape, K).</summary>
    public long[] param_shape => _odds.Given.shape;

    /// <inheritdoc/>
    /// <remarks>NaN: categories are no numbers.</remarks>
    public override Tensor mean => Result(() => Ops.fill_(Blank(ExtendedShape(), _odds.Given), double.NaN));

    /// <inheritdoc/>
    public override Tensor mode => Result(() => probs.argmax(-1));

    /// <inheritdoc/>
    /// <remarks>NaN: categories are no numbers.</remarks>
    public override Tensor variance => mean;

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var _ = no_grad();
        return Result(() =>
        {
            var rows = Ops.reshape(probs, [-1, Categories]);
            var drawn = Ops.multinomial(rows, sample_shape.Aggregate(1L, static (product, size) => product * size), true, generator);
            return Ops.reshape(Ops.t(drawn), ExtendedShape(sample_shape));
        });
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var (values, scores) = Broadcast(Ops.unsqueeze(Ops.to(value, ScalarType.Int64), -1), logits);
        return Ops.squeeze(Ops.gather(scores, -1, Ops.narrow(values, -1, 0, 1)), -1);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() =>
    {
        // Impossible categories count 0, not 0 · −∞.
        double least = logits.dtype == ScalarType.Float64 ? -double.MaxValue : -float.MaxValue;
        return -(Ops.clamp_min(logits, least) * probs).sum(-1);
    });

    /// <inheritdoc/>
    public override Tensor enumerate_support(bool expand = true) => Result(() =>
    {
        var values = Ops.reshape(arange(Categories, dtype: ScalarType.Int64, device: _odds.Given.device), [Categories, .. 1L.Times(batch_shape.Length)]);
        return expand ? Ops.expand(values, [Categories, .. batch_shape.Shape]) : values;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Categorical(_odds.Expand([.. batch_shape.Shape, Categories]), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _odds.Dispose();
        base.Dispose(disposing);
    }
}
