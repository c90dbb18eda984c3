using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The Cauchy distribution: density <c>1 / (π scale (1 + ((x − loc) / scale)²))</c>; it has neither mean nor variance.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#cauchy"/>
public sealed class Cauchy : LocationScale
{
    internal Cauchy(Tensor loc, Tensor scale, Generator? generator) : base(loc, scale, generator)
    {
    }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => Ops.full_like(loc, double.NaN));

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor variance => Result(() => Ops.full_like(loc, double.PositiveInfinity));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => loc + Ops.cauchy_(Blank(ExtendedShape(sample_shape), loc), 0, 1, generator) * scale);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => -Math.Log(Math.PI) - scale.log() - (1 + ((value - loc) / scale).pow(2)).log());

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => Math.Log(4 * Math.PI) + scale.log());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => Ops.atan((value - loc) / scale) / Math.PI + 0.5);

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => Ops.tan(Math.PI * (value - 0.5)) * scale + loc);

    private protected override Distribution With(Tensor loc, Tensor scale) => new Cauchy(loc, scale, generator);
}
