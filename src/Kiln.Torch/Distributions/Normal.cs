using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The normal distribution: density <c>exp(−(x − loc)² / 2 scale²) / (scale √2π)</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#normal"/>
public sealed class Normal : LocationScale
{
    internal Normal(Tensor loc, Tensor scale, Generator? generator) : base(loc, scale, generator)
    {
    }

    /// <inheritdoc/>
    public override Tensor mean => loc;

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor stddev => scale;

    /// <inheritdoc/>
    public override Tensor variance => Result(() => scale.pow(2));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => loc + Ops.normal_(Blank(ExtendedShape(sample_shape), loc), 0, 1, generator) * scale);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => -(value - loc).pow(2) / (2 * scale.pow(2)) - scale.log() - Math.Log(Math.Sqrt(2 * Math.PI)));

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => 0.5 + 0.5 * Math.Log(2 * Math.PI) + scale.log());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => 0.5 * (1 + Ops.erf((value - loc) / scale / Math.Sqrt(2))));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => loc + scale * Ops.erfinv(2 * value - 1) * Math.Sqrt(2));

    private protected override Distribution With(Tensor loc, Tensor scale) => new Normal(loc, scale, generator);
}
