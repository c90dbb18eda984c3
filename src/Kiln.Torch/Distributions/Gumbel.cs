using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The Gumbel distribution of the largest of many draws: distribution function <c>exp(−exp(−(x − loc) / scale))</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#gumbel"/>
public sealed class Gumbel : LocationScale
{
    internal Gumbel(Tensor loc, Tensor scale, Generator? generator) : base(loc, scale, generator)
    {
    }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => loc + scale * Euler);

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor stddev => Result(() => Math.PI / Math.Sqrt(6) * scale);

    /// <inheritdoc/>
    public override Tensor variance => Result(() => (Math.PI / Math.Sqrt(6) * scale).pow(2));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        double low = Tiny(loc);
        var u = low + rand(ExtendedShape(sample_shape), dtype: loc.dtype, device: loc.device, generator: generator) * (1 - Epsilon(loc) - low);
        return loc - scale * (-u.log()).log();
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var y = (loc - value) / scale;
        return y - y.exp() - scale.log();
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => scale.log() + (1 + Euler));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => (-((loc - value) / scale).exp()).exp());

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => loc - scale * (-value.log()).log());

    private protected override Distribution With(Tensor loc, Tensor scale) => new Gumbel(loc, scale, generator);
}
