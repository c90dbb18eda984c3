using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The absolute value of a Cauchy distribution around 0.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#halfcauchy"/>
public sealed class HalfCauchy : Distribution
{
    internal HalfCauchy(Tensor scale, Generator? generator) : base(generator)
    {
        this.scale = Own(Ops.alias(scale));
        batch_shape = this.scale.shape;
        RequirePositive(nameof(scale), this.scale);
    }

    /// <summary>The scale, (batch_shape).</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => Ops.full_like(scale, double.PositiveInfinity));

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.zeros_like(scale));

    /// <inheritdoc/>
    public override Tensor variance => Result(() => Ops.full_like(scale, double.PositiveInfinity));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => (Ops.cauchy_(Blank(ExtendedShape(sample_shape), scale), 0, 1, generator) * scale).abs());

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var density = Math.Log(2) - Math.Log(Math.PI) - scale.log() - (1 + (value / scale).pow(2)).log();
        return Ops.where(value >= 0, density, double.NegativeInfinity);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => Math.Log(4 * Math.PI) + scale.log() - Math.Log(2));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => 2 / Math.PI * Ops.atan(value / scale));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => Ops.tan(Math.PI / 2 * value) * scale);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new HalfCauchy(Ops.expand(scale, batch_shape.Shape), generator);
    }
}
