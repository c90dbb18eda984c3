using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The Kumaraswamy distribution on 0..1: distribution function <c>1 − (1 − xᵃ)ᵇ</c>.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#kumaraswamy"/>
public sealed class Kumaraswamy : Distribution
{
    internal Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(concentration1, concentration0);
        (this.concentration1, this.concentration0) = (Own(both.Item1), Own(both.Item2));
        batch_shape = this.concentration1.shape;
        RequirePositive(nameof(concentration1), this.concentration1);
        RequirePositive(nameof(concentration0), this.concentration0);
    }

    /// <summary>The exponent a, (batch_shape).</summary>
    public Tensor concentration1 { get; }

    /// <summary>The exponent b, (batch_shape).</summary>
    public Tensor concentration0 { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => Moment(1));

    /// <inheritdoc/>
    public override Tensor mode => Result(() =>
    {
        // In logarithms, for numerical stability; without a mode inside it is NaN.
        var log = concentration0.reciprocal() * Ops.log1p(-concentration0) - Ops.log1p(-concentration0 * concentration1);
        return Ops.masked_fill(log, Ops.logical_or(concentration0 < 1, concentration1 < 1), double.NaN).exp();
    });

    /// <inheritdoc/>
    public override Tensor variance => Result(() => Moment(2) - Moment(1).pow(2));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        var u = rand(ExtendedShape(sample_shape), dtype: concentration0.dtype, device: concentration0.device, generator: generator);
        return (1 - u.pow(concentration0.reciprocal())).pow(concentration1.reciprocal());
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => concentration1.log() + concentration0.log() + (concentration1 - 1) * value.log() + (concentration0 - 1) * Ops.log1p(-value.pow(concentration1)));

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() =>
    {
        var t1 = 1 - concentration1.reciprocal();
        var t0 = 1 - concentration0.reciprocal();
        return t0 + t1 * (Ops.digamma(concentration0 + 1) + Euler) - concentration1.log() - concentration0.log();
    });

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => 1 - (1 - value.pow(concentration1)).pow(concentration0));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => (1 - (1 - value).pow(concentration0.reciprocal())).pow(concentration1.reciprocal()));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Kumaraswamy(Ops.expand(concentration1, batch_shape.Shape), Ops.expand(concentration0, batch_shape.Shape), generator);
    }

    private Tensor Moment(double order)
    {
        var a = 1 + order / concentration1;
        return concentration0 * (Ops.lgamma(a) + Ops.lgamma(concentration0) - Ops.lgamma(a + concentration0)).exp();
    }
}
