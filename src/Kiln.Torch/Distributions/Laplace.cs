using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The Laplace distribution: density <c>exp(−|x − loc| / scale) / (2 scale)</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#laplace"/>
public sealed class Laplace : LocationScale
{
    internal Laplace(Tensor loc, Tensor scale, Generator? generator) : base(loc, scale, generator)
    {
    }

    /// <inheritdoc/>
    public override Tensor mean => loc;

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor stddev => Result(() => Math.Sqrt(2) * scale);

    /// <inheritdoc/>
    public override Tensor variance => Result(() => 2 * scale.pow(2));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        var u = Ops.uniform_(Blank(ExtendedShape(sample_shape), loc), Epsilon(loc) - 1, 1, generator);
        return loc - scale * u.sign() * Ops.log1p(-u.abs());
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => -(2 * scale).log() - (value - loc).abs() / scale);

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => 1 + (2 * scale).log());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => 0.5 - 0.5 * (value - loc).sign() * Ops.expm1(-(value - loc).abs() / scale));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => loc - scale * (value - 0.5).sign() * Ops.log1p(-2 * (value - 0.5).abs()));

    private protected override Distribution With(Tensor loc, Tensor scale) => new Laplace(loc, scale, generator);
}
