namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Cross entropy of unnormalised scores: <c>−log softmax(x)[class]</c>.</summary>
            /// <param name="input">Scores, (N, K) or (N, K, *).</param>
            /// <param name="target">Classes, (N) or (N, *) of int64; or class probabilities of the input's shape.</param>
            /// <param name="weight">The weight of each class, (K), or null.</param>
            /// <param name="ignore_index">A class that does not count.</param>
            /// <param name="reduction">Mean weights by class; sum and none do not normalise.</param>
            /// <param name="label_smoothing">How much of each target is spread over all classes, 0..1.</param>
            /// <returns>A scalar, or (N) or (N, *) without reduction; the caller disposes it.</returns>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                Ops.cross_entropy_loss(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>Negative log likelihood: <c>−x[class]</c> of log probabilities.</summary>
            /// <param name="input">Log probabilities, (N, K) or (N, K, *).</param>
            /// <param name="target">Classes, (N) or (N, *) of int64.</param>
            /// <param name="weight">The weight of each class, (K), or null.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (N) or (N, *) without reduction; the caller disposes it.</returns>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Ops.nll_loss_nd(input, target, weight, (long)reduction);

            /// <summary>Squared error: <c>(x − y)²</c>.</summary>
            /// <param name="input">Predictions, (*).</param>
            /// <param name="target">Targets, (*).</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Ops.mse_loss(input, target, (long)reduction);

            /// <summary>Absolute error: <c>|x − y|</c>.</summary>
            /// <param name="input">Predictions, (*).</param>
            /// <param name="target">Targets, (*).</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Ops.l1_loss(input, target, (long)reduction);

            /// <summary>Squared error near zero, absolute error beyond beta.</summary>
            /// <param name="input">Predictions, (*).</param>
            /// <param name="target">Targets, (*).</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <param name="beta">Where the square ends.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                Ops.smooth_l1_loss(input, target, (long)reduction, beta);

            /// <summary>Binary cross entropy of probabilities.</summary>
            /// <param name="input">Probabilities, (*), 0..1.</param>
            /// <param name="target">Targets, (*), 0..1.</param>
            /// <param name="weight">The weight of each element, or null.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Ops.binary_cross_entropy(input, target, weight, (long)reduction);

            /// <summary>Binary cross entropy of unnormalised scores.</summary>
            /// <param name="input">Scores, (*).</param>
            /// <param name="target">Targets, (*), 0..1.</param>
            /// <param name="weight">The weight of each element, or null.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <param name="pos_weights">The weight of positive targets of each class, or null.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                Ops.binary_cross_entropy_with_logits(input, target, weight, pos_weights, (long)reduction);
        }
    }
}
