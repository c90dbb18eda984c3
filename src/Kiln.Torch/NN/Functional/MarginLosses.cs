namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Ranking: <c>max(0, −y (x₁ − x₂) + margin)</c>; a target of 1 wants the first higher, -1 the second.</summary>
            /// <param name="input1">The first scores, (*).</param>
            /// <param name="input2">The second scores, (*).</param>
            /// <param name="target">1 or -1, (*).</param>
            /// <param name="margin">By how much.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.margin_ranking_loss.html"/>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Ops.margin_ranking_loss(input1, input2, target, margin, (long)reduction);

            /// <summary>Distance of pairs: x where the target is 1, <c>max(0, margin − x)</c> where it is -1.</summary>
            /// <param name="input">Distances, (*).</param>
            /// <param name="target">1 for alike, -1 for different, (*).</param>
            /// <param name="margin">How far different ones shall be. TorchSharp's function has 0 by default, the module and PyTorch 1.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.hinge_embedding_loss.html"/>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Ops.hinge_embedding_loss(input, target, margin, (long)reduction);

            /// <summary>Angle of pairs: <c>1 − cos</c> where the target is 1, <c>max(0, cos − margin)</c> where it is -1.</summary>
            /// <param name="input1">The first vectors, (N, D) or (D).</param>
            /// <param name="input2">The second vectors, (N, D) or (D).</param>
            /// <param name="target">1 for alike, -1 for different, (N) or a scalar.</param>
            /// <param name="margin">The largest cosine of different ones, -1..1.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (N) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.cosine_embedding_loss.html"/>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Ops.cosine_embedding_loss(input1, input2, target, margin, (long)reduction);

            /// <summary>Logistic loss of targets ±1: <c>log(1 + exp(−y x))</c>.</summary>
            /// <param name="input">Scores, (*).</param>
            /// <param name="target">1 or -1, (*).</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.soft_margin_loss.html"/>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Ops.soft_margin_loss(input, target, (long)reduction);

            /// <summary>One class against all others: <c>Σᵢ max(0, margin − x[class] + xᵢ)ᵖ / K</c>.</summary>
            /// <param name="input">Scores, (N, K) or (K).</param>
            /// <param name="target">Classes, (N) or a scalar, of int64.</param>
            /// <param name="p">The exponent, 1 or 2.</param>
            /// <param name="margin">By how much the class shall lead.</param>
            /// <param name="weight">The weight of each class, (K), or null.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (N) without reduction; the caller disposes it.</returns>
            /// <exception cref="ArgumentOutOfRangeException">p is neither 1 nor 2.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.multi_margin_loss.html"/>
            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                if (p is not (1 or 2)) throw new ArgumentOutOfRangeException(nameof(p), $"multi_margin_loss: expected the exponent p to be 1 or 2, got {p}.");
                return Ops.multi_margin_loss(input, target, p, margin, weight, (long)reduction);
            }

            /// <summary>Several classes against all others: <c>Σⱼᵢ max(0, 1 − (x[yⱼ] − xᵢ)) / K</c>, yⱼ the classes that hold and i those that do not.</summary>
            /// <param name="input">Scores, (N, K) or (K).</param>
            /// <param name="target">The classes that hold, then -1, (N, K) or (K) of int64.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (N) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.multilabel_margin_loss.html"/>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Ops.multilabel_margin_loss(input, target, (long)reduction);

            /// <summary>Mean binary cross entropy over the classes, from unnormalised scores.</summary>
            /// <param name="input">Scores, (N, K).</param>
            /// <param name="target">1 for each class that holds, otherwise 0, (N, K).</param>
            /// <param name="weight">The weight of each class, (K), or null.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (N) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.multilabel_soft_margin_loss.html"/>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var loss = Ops.binary_cross_entropy_with_logits(input, target, weight, reduction: (long)Reduction.None);
                return Reduce(Ops.mean(loss, [-1]), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Makes the positive nearer to the anchor than the negative: <c>max(0, d(a, p) − d(a, n) + margin)</c>.</summary>
            /// <param name="anchor">Anchors, (N, D) or (D).</param>
            /// <param name="positive">What is like the anchor, (N, D) or (D).</param>
            /// <param name="negative">What is different, (N, D) or (D).</param>
            /// <param name="margin">By how much nearer.</param>
            /// <param name="p">The order of the norm of the distance.</param>
            /// <param name="eps">What keeps the gradient of a zero distance finite.</param>
            /// <param name="swap">Whether the distance of positive and negative counts where it is smaller.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (N) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.triplet_margin_loss.html"/>
            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1E-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                Ops.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, (long)reduction);

            /// <summary>Makes the positive nearer to the anchor than the negative, by a distance of one's own.</summary>
            /// <param name="anchor">Anchors, (N, *).</param>
            /// <param name="positive">What is like the anchor, (N, *).</param>
            /// <param name="negative">What is different, (N, *).</param>
            /// <param name="distance">The distance of two batches, (N); null is <see cref="pairwise_distance"/>.</param>
            /// <param name="margin">By how much nearer.</param>
            /// <param name="swap">Whether the distance of positive and negative counts where it is smaller.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (N) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.triplet_margin_with_distance_loss.html"/>
            public static Tensor triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                distance ??= static (a, b) => pairwise_distance(a, b);
                using var scope = NewDisposeScope();
                var near = distance(anchor, positive);
                var far = distance(anchor, negative);
                if (swap) far = Ops.minimum(far, distance(positive, negative));
                return Reduce(Ops.clamp_min(Ops.add(Ops.sub(near, far), margin), 0), reduction).MoveToOuterDisposeScope();
            }
        }
    }
}
