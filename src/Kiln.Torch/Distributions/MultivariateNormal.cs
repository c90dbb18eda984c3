using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.Modules.DistributionMath;

namespace TorchSharp.Modules;

/// <summary>The normal distribution of vectors, its covariance given as such, as its inverse, or as the lower triangular L with <c>L Lᵀ</c> the covariance.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/distributions.html#multivariatenormal"/>
public sealed class MultivariateNormal : Distribution
{
    // Not expanded to the batch: one decomposition serves all.
    private readonly Tensor _factor;

    internal MultivariateNormal(Tensor loc, Tensor factor, Generator? generator) : base(generator)
    {
        using var scope = NewDisposeScope();
        var means = Ops.unsqueeze(loc, -1);
        var both = Broadcast(means, Ops.narrow(factor, -1, 0, 1));
        this.loc = Own(Ops.squeeze(both.Item1, -1));
        _factor = Own(Ops.alias(factor));
        (batch_shape, event_shape) = (this.loc.shape[..^1], this.loc.shape[^1..]);
        RequireNumber(nameof(loc), this.loc);
    }

    internal Tensor Factored => _factor;

    /// <summary>The mean, (batch_shape, D).</summary>
    public Tensor loc { get; }

    /// <summary>The lower triangular factor L of the covariance, (batch_shape, D, D).</summary>
    public Tensor scale_tril => Result(() => Expanded(_factor));

    /// <summary>The covariance, (batch_shape, D, D).</summary>
    public Tensor covariance_matrix => Result(() => Expanded(Ops.matmul(_factor, Ops.transpose(_factor, -2, -1))));

    /// <summary>The inverse of the covariance, (batch_shape, D, D).</summary>
    public Tensor precision_matrix => Result(() => Expanded(Ops.cholesky_inverse(_factor)));

    /// <inheritdoc/>
    public override Tensor mean => loc;

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor variance => Result(() => Ops.expand(_factor.pow(2).sum(-1), [.. batch_shape.Shape, .. event_shape.Shape]));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Result(() =>
    {
        var drawn = Ops.normal_(Blank(ExtendedShape(sample_shape), loc), 0, 1, generator);
        return loc + Ops.squeeze(Ops.matmul(_factor, Ops.unsqueeze(drawn, -1)), -1);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Result(() =>
    {
        var whitened = Ops.linalg_solve_triangular(_factor, Ops.unsqueeze(value - loc, -1), upper: false);
        var distance = Ops.squeeze(whitened, -1).pow(2).sum(-1);
        return -0.5 * (event_shape[0] * Math.Log(2 * Math.PI) + distance) - HalfLogDeterminant();
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Result(() => Ops.expand(0.5 * event_shape[0] * (1 + Math.Log(2 * Math.PI)) + HalfLogDeterminant(), batch_shape.Shape));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        RefuseInstance(instance);
        using var scope = NewDisposeScope();
        return new MultivariateNormal(Ops.expand(loc, [.. batch_shape.Shape, .. event_shape.Shape]), _factor, generator);
    }

    /// <summary>Finds the factor of the one matrix that is given.</summary>
    internal static Tensor Factor(Tensor loc, Tensor? covariance, Tensor? precision, Tensor? scaleTril)
    {
        if (loc.dim() < 1) throw new ArgumentException("MultivariateNormal: expected a mean of at least one dimension (D), got a scalar. Use Normal.", nameof(loc));
        Tensor?[] given = [covariance, precision, scaleTril];
        if (given.Count(matrix => matrix is not null) != 1)
            throw new ArgumentException("MultivariateNormal: expected exactly one of covariance_matrix, precision_matrix and scale_tril, got none or several.", nameof(covariance));
        var matrix = given.First(matrix => matrix is not null)!;
        long size = loc.shape[^1];
        if (matrix.dim() < 2 || matrix.shape[^1] != size || matrix.shape[^2] != size)
            throw new ArgumentException($"MultivariateNormal: expected a matrix ({size}, {size}) for a mean of {size} numbers, got ({string.Join(", ", matrix.shape)}).", nameof(covariance));
        if (scaleTril is not null) return scaleTril;
        return covariance is not null ? Ops.linalg_cholesky(covariance) : OfPrecision(precision!);
    }

    // The reversed matrix has a factor whose reversed inverse is triangular the right way around.
    private static Tensor OfPrecision(Tensor precision)
    {
        var reversed = Ops.flip(Ops.linalg_cholesky(Ops.flip(precision, [-2, -1])), [-2, -1]);
        var one = eye(precision.shape[^1], dtype: precision.dtype, device: precision.device);
        return Ops.linalg_solve_triangular(Ops.transpose(reversed, -2, -1), one, upper: false);
    }

    internal Tensor HalfLogDeterminant() => Ops.diagonal(_factor, dim1: -2, dim2: -1).log().sum(-1);

    private Tensor Expanded(Tensor matrix) => Ops.expand(matrix, [.. batch_shape.Shape, .. event_shape.Shape, .. event_shape.Shape]);
}
