using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>A draw between K categories, numbers that sum to 1, through which gradients flow.</summary>
/// <seealso href="https://arxiv.org/abs/1611.00712"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#relaxedonehotcategorical"/>
public sealed class RelaxedOneHotCategorical : Distribution
{
    private readonly ExpRelaxedCategorical _base;

    internal RelaxedOneHotCategorical(Tensor temperature, ProbsOrLogits odds, Generator? generator) : base(generator)
    {
        _base = new ExpRelaxedCategorical(temperature, odds, generator);
        (batch_shape, event_shape) = (_base.batch_shape, _base.event_shape);
    }

    /// <summary>The temperature: towards 0 draws become discrete.</summary>
    public Tensor temperature => _base.temperature;

    /// <summary>The probabilities, (batch_shape, K).</summary>
    public Tensor probs => _base.probs;

    /// <summary>The logarithms of the probabilities, (batch_shape, K).</summary>
    public Tensor logits => _base.logits;

    /// <inheritdoc/>
    public override Tensor mean => throw Missing(nameof(mean));

    /// <inheritdoc/>
    public override Tensor variance => throw Missing(nameof(variance));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        return _base.rsample(sample_shape).exp();
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var x = value.log();
        return _base.log_prob(x) - x.sum(-1);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => throw Missing(nameof(entropy));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new RelaxedOneHotCategorical(temperature, _base.Odds.Expand([.. batch_shape.Shape, .. event_shape.Shape]), generator);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _base.Dispose();
        base.Dispose(disposing);
    }
}
