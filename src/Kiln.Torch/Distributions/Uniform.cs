using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The uniform distribution on [low, high).</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#uniform"/>
public sealed class Uniform : Distribution
{
    internal Uniform(Tensor low, Tensor high, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(low, high);
        (this.low, this.high) = (Own(both.Item1), Own(both.Item2));
        batch_shape = this.low.shape;
        Require(nameof(high), this.high - this.low, "above low (the difference counts)", static v => v > 0);
    }

    /// <summary>The lower bound, (batch_shape).</summary>
    public Tensor low { get; }

    /// <summary>The upper bound, (batch_shape).</summary>
    public Tensor high { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() => (high + low) / 2);

    /// <inheritdoc/>
    public override Tensor mode => Result(() => high * double.NaN);

    /// <inheritdoc/>
    public override Tensor stddev => Result(() => (high - low) / Math.Sqrt(12));

    /// <inheritdoc/>
    public override Tensor variance => Result(() => (high - low).pow(2) / 12);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() => low + rand(ExtendedShape(sample_shape), dtype: low.dtype, device: low.device, generator: generator) * (high - low));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => Ops.type_as(low <= value, low).mul(Ops.type_as(high > value, low)).log() - (high - low).log());

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => (high - low).log());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Result(() => ((value - low) / (high - low)).clamp(0, 1));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Result(() => value * (high - low) + low);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new Uniform(Ops.expand(low, batch_shape.Shape), Ops.expand(high, batch_shape.Shape), generator);
    }
}
