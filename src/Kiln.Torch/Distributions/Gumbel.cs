using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The Gumbel distribution of the largest of many draws: distribution function <c>exp(−exp(−(x − loc) / scale))</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#gumbel"/>
public sealed class Gumbel : Distribution
{
    internal Gumbel(Tensor loc, Tensor scale, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(loc, scale);
        (this.loc, this.scale) = (Own(both.Item1), Own(both.Item2));
        batch_shape = this.loc.shape;
        RequireNumber(nameof(loc), this.loc);
        RequirePositive(nameof(scale), this.scale);
    }

    /// <summary>The location, (batch_shape).</summary>
    public Tensor loc { get; }

    /// <summary>The scale, (batch_shape).</summary>
    public Tensor scale { get; }

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

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Gumbel(Ops.expand(loc, batch_shape.Shape), Ops.expand(scale, batch_shape.Shape), generator);
    }
}
