using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The cosine of the angle between vectors: <c>x₁ · x₂ / max(|x₁| · |x₂|, ε)</c>.</summary>
/// <remarks>(*, D, *) and the same to (*, *).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.CosineSimilarity.html"/>
public sealed class CosineSimilarity : nn.Module<Tensor, Tensor, Tensor>
{
    internal CosineSimilarity(long dim, double eps) : base(nameof(CosineSimilarity)) => (this.dim, this.eps) = (dim, eps);

    /// <summary>The dimension of the vectors.</summary>
    public long dim { get; set; }

    /// <summary>The smallest product of norms to divide by.</summary>
    public double eps { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) => Ops.cosine_similarity(input1, input2, dim, eps);
}

/// <summary>The distance of vectors: <c>|x₁ − x₂ + ε|ₚ</c>.</summary>
/// <remarks>(N, D) and (N, D) to (N).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.PairwiseDistance.html"/>
public sealed class PairwiseDistance : nn.Module<Tensor, Tensor, Tensor>
{
    internal PairwiseDistance(double p, double eps, bool keepdim) : base(nameof(PairwiseDistance)) =>
        (norm, this.eps, this.keepdim) = (p, eps, keepdim);

    /// <summary>The order of the norm.</summary>
    public double norm { get; set; }

    /// <summary>What is added to each difference.</summary>
    public double eps { get; set; }

    /// <summary>Whether the output keeps the dimension, with size 1.</summary>
    public bool keepdim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) => Ops.pairwise_distance(input1, input2, norm, eps, keepdim);
}
