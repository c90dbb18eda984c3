using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The exponential distribution: density <c>rate exp(−rate x)</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#exponential"/>
public sealed class Exponential : Distribution
{
    internal Exponential(Tensor rate, Generator? generator) : base(generator)
    {
        this.rate = Own(Ops.alias(rate));
        batch_shape = this.rate.shape;
        RequirePositive(nameof(rate), this.rate);
    }

    /// <summary>The rate, (batch_shape).</summary>
    public Tensor rate { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => rate.reciprocal());

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.zeros_like(rate));

    /// <inheritdoc/>
    public override Tensor stddev => Result(() => rate.reciprocal());

    /// <inheritdoc/>
    public override Tensor variance => Result(() => rate.pow(-2));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => Ops.exponential_(Blank(ExtendedShape(sample_shape), rate), 1, generator) / rate);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => rate.log() - rate * value);

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => 1 - rate.log());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => 1 - (-rate * value).exp());

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => -(1 - value).log() / rate);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Exponential(Ops.expand(rate, batch_shape.Shape), generator);
    }
}
