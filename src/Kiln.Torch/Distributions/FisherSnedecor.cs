using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The F distribution: the quotient of two chi-squared draws, each divided by its degrees of freedom.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#fishersnedecor"/>
public sealed class FisherSnedecor : Distribution
{
    internal FisherSnedecor(Tensor df1, Tensor df2, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var both = Broadcast(df1, df2);
        (this.df1, this.df2) = (Own(both.Item1), Own(both.Item2));
        batch_shape = this.df1.shape;
        RequirePositive(nameof(df1), this.df1);
        RequirePositive(nameof(df2), this.df2);
    }

    /// <summary>The degrees of freedom of the numerator, (batch_shape).</summary>
    public Tensor df1 { get; }

    /// <summary>The degrees of freedom of the denominator, (batch_shape).</summary>
    public Tensor df2 { get; }

    /// <inheritdoc/>
    public override Tensor mean => Result(() =>
    {
        var d = Above(2);
        return d / (d - 2);
    });

    /// <inheritdoc/>
    public override Tensor mode => Result(() => Ops.masked_fill((df1 - 2) / df1 * df2 / (df2 + 2), df1 <= 2, double.NaN));

    /// <inheritdoc/>
    public override Tensor variance => Result(() =>
    {
        var d = Above(4);
        return 2 * d.pow(2) * (df1 + d - 2) / (df1 * (d - 2).pow(2) * (d - 4));
    });

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        using var numerator = new Gamma(df1 * 0.5, df1, generator);
        using var denominator = new Gamma(df2 * 0.5, df2, generator);
        var x = numerator.rsample(sample_shape);
        var y = Ops.clamp_min(denominator.rsample(sample_shape), Tiny(df2));
        return Ops.clamp_min(x / y, Tiny(df2));
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var (half1, half2, ratio) = (df1 * 0.5, df2 * 0.5, df1 / df2);
        var constant = Ops.lgamma(half1 + half2) - Ops.lgamma(half1) - Ops.lgamma(half2);
        return constant + half1 * ratio.log() + (half1 - 1) * value.log() - (half1 + half2) * Ops.log1p(ratio * value);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => throw Missing(nameof(entropy));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new FisherSnedecor(Ops.expand(df1, batch_shape.Shape), Ops.expand(df2, batch_shape.Shape), generator);
    }

    // Moments exist only above some degrees of freedom.
    private Tensor Above(double least) => Ops.masked_fill(df2, df2 <= least, double.NaN);
}
