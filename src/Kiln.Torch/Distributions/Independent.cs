using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The same distribution with dimensions of the batch taken as parts of one draw: log probabilities are summed over them.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#independent"/>
public sealed class Independent : Distribution
{
    internal Independent(Distribution base_distribution, int reinterpreted_batch_dims, Generator? generator) : base(generator)
    {
        long[] shape = [.. base_distribution.batch_shape.Shape, .. base_distribution.event_shape.Shape];
        if (reinterpreted_batch_dims < 0 || reinterpreted_batch_dims > base_distribution.batch_shape.Length)
            throw new ArgumentOutOfRangeException(nameof(reinterpreted_batch_dims), $"Independent: expected reinterpreted_batch_dims in 0..{base_distribution.batch_shape.Length}, the dimensions of the batch, got {reinterpreted_batch_dims}.");
        int parts = reinterpreted_batch_dims + base_distribution.event_shape.Length;
        base_dist = base_distribution;
        Dimensions = reinterpreted_batch_dims;
        (batch_shape, event_shape) = (shape[..^parts], shape[^parts..]);
    }

    internal int Dimensions { get; }

    /// <summary>The distribution of the parts; the caller disposes it.</summary>
    public Distribution base_dist { get; }

    /// <inheritdoc/>
    public override Tensor mean => base_dist.mean;

    /// <inheritdoc/>
    public override Tensor mode => base_dist.mode;

    /// <inheritdoc/>
    public override Tensor variance => base_dist.variance;

    /// <inheritdoc/>
    public override Tensor stddev => base_dist.stddev;

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape) => base_dist.sample(sample_shape);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => base_dist.rsample(sample_shape);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() => SumRightmost(base_dist.log_prob(value), Dimensions));

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => SumRightmost(base_dist.entropy(), Dimensions));

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">A draw has several parts: their values together would be too many.</exception>
    public override Tensor enumerate_support(bool expand = true)
    {
        if (Dimensions > 0) throw new NotSupportedException("Independent.enumerate_support: the combinations of the values of all parts are not enumerated. Enumerate base_dist.");
        return base_dist.enumerate_support(expand);
    }

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        return new Independent(base_dist.expand(new Size([.. batch_shape.Shape, .. event_shape.Shape[..Dimensions]])), Dimensions, generator);
    }
}
