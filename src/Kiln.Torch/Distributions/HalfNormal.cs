using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The absolute value of a normal distribution around 0.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#halfnormal"/>
public sealed class HalfNormal : Distribution
{
    internal HalfNormal(Tensor scale, Generator? generator) : base(generator)
    {
        this.scale = Own(Ops.alias(scale));
        batch_shape = this.scale.shape;
        RequirePositive(nameof(scale), this.scale);
    }

    /// <summary>The scale, (batch_shape).</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => scale * Math.Sqrt(2 / Math.PI));

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.zeros_like(scale));

    /// <inheritdoc/>
    public override Tensor variance => Result(() => scale.pow(2) * (1 - 2 / Math.PI));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => (Ops.normal_(Blank(ExtendedShape(sample_shape), scale), 0, 1, generator) * scale).abs());

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var density = Math.Log(2) - value.pow(2) / (2 * scale.pow(2)) - scale.log() - Math.Log(Math.Sqrt(2 * Math.PI));
        return Ops.where(value >= 0, density, double.NegativeInfinity);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => 0.5 + 0.5 * Math.Log(2 * Math.PI) + scale.log() - Math.Log(2));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => Ops.erf(value / scale / Math.Sqrt(2)));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => scale * Ops.erfinv(value) * Math.Sqrt(2));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new HalfNormal(Ops.expand(scale, batch_shape.Shape), generator);
    }
}
