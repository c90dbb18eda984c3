using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Ranking: <c>max(0, −y (x₁ − x₂) + margin)</c>; a target of 1 wants the first higher, -1 the second.</summary>
/// <remarks>Both inputs and target (*).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MarginRankingLoss.html"/>
public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    internal MarginRankingLoss(double margin, Reduction reduction) : base(nameof(MarginRankingLoss), reduction) =>
        this.margin = margin;

    /// <summary>By how much.</summary>
    public double margin { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) => functional.margin_ranking_loss(input1, input2, target, margin, reduction);
}

/// <summary>Distance of pairs: x where the target is 1, <c>max(0, margin − x)</c> where it is -1.</summary>
/// <remarks>Input and target (*).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.HingeEmbeddingLoss.html"/>
public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
{
    internal HingeEmbeddingLoss(double margin, Reduction reduction) : base(nameof(HingeEmbeddingLoss), reduction) =>
        this.margin = margin;

    /// <summary>How far different ones shall be.</summary>
    public double margin { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.hinge_embedding_loss(input, target, margin, reduction);
}

/// <summary>Angle of pairs: <c>1 − cos</c> where the target is 1, <c>max(0, cos − margin)</c> where it is -1.</summary>
/// <remarks>Both inputs (N, D), target (N).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.CosineEmbeddingLoss.html"/>
public sealed class CosineEmbeddingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    internal CosineEmbeddingLoss(double margin, Reduction reduction) : base(nameof(CosineEmbeddingLoss), reduction) =>
        this.margin = margin;

    /// <summary>The largest cosine of different ones, -1..1.</summary>
    public double margin { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) => functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
}

/// <summary>Logistic loss of targets ±1: <c>log(1 + exp(−y x))</c>.</summary>
/// <remarks>Input and target (*).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.SoftMarginLoss.html"/>
public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    internal SoftMarginLoss(Reduction reduction) : base(nameof(SoftMarginLoss), reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.soft_margin_loss(input, target, reduction);
}

/// <summary>One class against all others: <c>Σᵢ max(0, margin − x[class] + xᵢ)ᵖ / K</c>.</summary>
/// <remarks>Input (N, K), target (N) of int64 classes.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MultiMarginLoss.html"/>
public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal MultiMarginLoss(int p, double margin, Tensor? weight, Reduction reduction) : base(nameof(MultiMarginLoss), weight, reduction)
    {
        this.p = p;
        this.margin = margin;
    }

    /// <summary>The exponent, 1 or 2.</summary>
    public int p { get; }

    /// <summary>By how much the class shall lead.</summary>
    public double margin { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.multi_margin_loss(input, target, p, margin, weight, reduction);
}

/// <summary>Several classes against all others: <c>Σⱼᵢ max(0, 1 − (x[yⱼ] − xᵢ)) / K</c>.</summary>
/// <remarks>Input (N, K), target (N, K) of int64: the classes that hold, then -1.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MultiLabelMarginLoss.html"/>
public sealed class MultiLabelMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    internal MultiLabelMarginLoss(Reduction reduction) : base(nameof(MultiLabelMarginLoss), reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.multi_label_margin_loss(input, target, reduction);
}

/// <summary>Makes the positive nearer to the anchor than the negative: <c>max(0, d(a, p) − d(a, n) + margin)</c>.</summary>
/// <remarks>Anchor, positive and negative (N, D).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.TripletMarginLoss.html"/>
public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    internal TripletMarginLoss(double margin, long p, double eps, bool swap, Reduction reduction) : base(nameof(TripletMarginLoss), reduction)
    {
        this.margin = margin;
        this.p = p;
        this.eps = eps;
        this.swap = swap;
    }

    /// <summary>By how much nearer.</summary>
    public double margin { get; }

    /// <summary>The order of the norm of the distance.</summary>
    public long p { get; }

    /// <summary>What keeps the gradient of a zero distance finite.</summary>
    public double eps { get; }

    /// <summary>Whether the distance of positive and negative counts where it is smaller.</summary>
    public bool swap { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        functional.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction);
}

/// <summary>Makes the positive nearer to the anchor than the negative, by a distance of one's own.</summary>
/// <remarks>Anchor, positive and negative (N, *).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.TripletMarginWithDistanceLoss.html"/>
public sealed class TripletMarginWithDistanceLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    internal TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance, double margin, bool swap, Reduction reduction) : base(nameof(TripletMarginWithDistanceLoss), reduction)
    {
        this.distance = distance;
        this.margin = margin;
        this.swap = swap;
    }

    /// <summary>The distance of two batches, (N); null is the Euclidean one.</summary>
    public Func<Tensor, Tensor, Tensor>? distance { get; }

    /// <summary>By how much nearer.</summary>
    public double margin { get; }

    /// <summary>Whether the distance of positive and negative counts where it is smaller.</summary>
    public bool swap { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        functional.triplet_margin_with_distance_loss(anchor, positive, negative, distance, margin, swap, reduction);
}
