using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Ranking: <c>max(0, −y (x₁ − x₂) + margin)</c>; a target of 1 wants the first higher, -1 the second.</summary>
        /// <param name="margin">By how much.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of two scores (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MarginRankingLoss.html"/>
        public static MarginRankingLoss MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

        /// <summary>Distance of pairs: x where the target is 1, <c>max(0, margin − x)</c> where it is -1.</summary>
        /// <param name="margin">How far different ones shall be.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of distances (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.HingeEmbeddingLoss.html"/>
        public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1, Reduction reduction = Reduction.Mean) => new(margin, reduction);

        /// <summary>Angle of pairs: <c>1 − cos</c> where the target is 1, <c>max(0, cos − margin)</c> where it is -1.</summary>
        /// <param name="margin">The largest cosine of different ones, -1..1.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of two batches of vectors (N, D) and targets (N).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.CosineEmbeddingLoss.html"/>
        public static CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0, Reduction reduction = Reduction.Mean) => new(margin, reduction);

        /// <summary>Logistic loss of targets ±1: <c>log(1 + exp(−y x))</c>.</summary>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of scores (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.SoftMarginLoss.html"/>
        public static SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>One class against all others: <c>Σᵢ max(0, margin − x[class] + xᵢ)ᵖ / K</c>.</summary>
        /// <param name="p">The exponent, 1 or 2.</param>
        /// <param name="margin">By how much the class shall lead.</param>
        /// <param name="weight">The weight of each class, (K), or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of scores (N, K) and classes (N).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MultiMarginLoss.html"/>
        public static MultiMarginLoss MultiMarginLoss(int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(p, margin, weight, reduction);

        /// <summary>Several classes against all others: <c>Σⱼᵢ max(0, 1 − (x[yⱼ] − xᵢ)) / K</c>.</summary>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of scores (N, K) and classes (N, K).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MultiLabelMarginLoss.html"/>
        public static MultiLabelMarginLoss MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>Makes the positive nearer to the anchor than the negative: <c>max(0, d(a, p) − d(a, n) + margin)</c>.</summary>
        /// <param name="margin">By how much nearer.</param>
        /// <param name="p">The order of the norm of the distance.</param>
        /// <param name="eps">What keeps the gradient of a zero distance finite.</param>
        /// <param name="swap">Whether the distance of positive and negative counts where it is smaller.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of anchors, positives and negatives, (N, D) each.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.TripletMarginLoss.html"/>
        public static TripletMarginLoss TripletMarginLoss(double margin = 1, long p = 2, double eps = 1E-06, bool swap = false, Reduction reduction = Reduction.Mean) => new(margin, p, eps, swap, reduction);

        /// <summary>Makes the positive nearer to the anchor than the negative, by a distance of one's own.</summary>
        /// <param name="distance">The distance of two batches, (N); null is the Euclidean one.</param>
        /// <param name="margin">By how much nearer.</param>
        /// <param name="swap">Whether the distance of positive and negative counts where it is smaller.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of anchors, positives and negatives, (N, *) each.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.TripletMarginWithDistanceLoss.html"/>
        public static TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean) => new(distance, margin, swap, reduction);
    }
}
