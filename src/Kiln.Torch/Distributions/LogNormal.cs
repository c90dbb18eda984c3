using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The exponential of a normal distribution.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#lognormal"/>
public sealed class LogNormal : LocationScale
{
    internal LogNormal(Tensor loc, Tensor scale, Generator? generator) : base(loc, scale, generator)
    {
    }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => (loc + scale.pow(2) / 2).exp());

    /// <inheritdoc/>
    public override Tensor mode => Result(() => (loc - scale.square()).exp());

    /// <inheritdoc/>
    public override Tensor variance => Result(() => (scale.pow(2).exp() - 1) * (2 * loc + scale.pow(2)).exp());

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => (loc + Ops.normal_(Blank(ExtendedShape(sample_shape), loc), 0, 1, generator) * scale).exp());

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var x = value.log();
        return -(x - loc).pow(2) / (2 * scale.pow(2)) - scale.log() - Math.Log(Math.Sqrt(2 * Math.PI)) - x;
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => 0.5 + 0.5 * Math.Log(2 * Math.PI) + scale.log() + loc);

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => 0.5 * (1 + Ops.erf((value.log() - loc) / scale / Math.Sqrt(2))));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => (loc + scale * Ops.erfinv(2 * value - 1) * Math.Sqrt(2)).exp());

    private protected override Distribution With(Tensor loc, Tensor scale) => new LogNormal(loc, scale, generator);
}
