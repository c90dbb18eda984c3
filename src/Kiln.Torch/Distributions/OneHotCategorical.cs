using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>One of K categories, as its unit vector.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#onehotcategorical"/>
public sealed class OneHotCategorical : Distribution
{
    private readonly Categorical _categorical;

    internal OneHotCategorical(ProbsOrLogits odds, Generator? generator) : base(generator, odds.Given.shape[..^1], odds.Given.shape[^1..]) =>
        _categorical = new Categorical(odds, generator);

    /// <summary>The probabilities, (batch_shape, K).</summary>
    public Tensor probs => _categorical.probs;

    /// <summary>The logarithms of the probabilities, (batch_shape, K).</summary>
    public Tensor logits => _categorical.logits;

    /// <inheritdoc/>
    public override Tensor mean => probs;

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.type_as(Ops.one_hot(probs.argmax(-1), event_shape[0]), probs));

    /// <inheritdoc/>
    public override Tensor variance => Result(() => probs * (1 - probs));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape)
    {
        using var _ = no_grad();
        return Result(() =>
        {
            return Ops.type_as(Ops.one_hot(_categorical.rsample(sample_shape), event_shape[0]), probs);
        });
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => _categorical.log_prob(value.argmax(-1)));

    /// <inheritdoc/>
    public override Tensor entropy() => _categorical.entropy();

    /// <inheritdoc/>
    public override Tensor enumerate_support(bool expand = true) => Result(() =>
    {
        long n = event_shape[0];
        var values = Ops.reshape(eye(n, dtype: probs.dtype, device: probs.device), [n, .. 1L.Times(batch_shape.Length), n]);
        return expand ? Ops.expand(values, [n, .. batch_shape.Shape, n]) : values;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new OneHotCategorical(_categorical.Odds.Expand([.. batch_shape.Shape, .. event_shape.Shape]), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _categorical.Dispose();
        base.Dispose(disposing);
    }
}
