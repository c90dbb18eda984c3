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
            /// <exception cref="ArgumentException">The classes have another type or shape than the scores ask for, or are out of range.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.cross_entropy.html"/>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0)
            {
                try
                {
                    return Ops.cross_entropy_loss(input, target, weight, (long)reduction, ignore_index, label_smoothing);
                }
                catch (TorchException problem) when (LossMistakes.InClasses("cross_entropy", input, target) is { } mistake)
                {
                    throw new ArgumentException(mistake, nameof(target), problem);
                }
            }

            /// <summary>Negative log likelihood: <c>−x[class]</c> of log probabilities.</summary>
            /// <param name="input">Log probabilities, (N, K) or (N, K, *).</param>
            /// <param name="target">Classes, (N) or (N, *) of int64.</param>
            /// <param name="weight">The weight of each class, (K), or null.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (N) or (N, *) without reduction; the caller disposes it.</returns>
            /// <exception cref="ArgumentException">The classes have another type or shape than the scores ask for, or are out of range.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.nll_loss.html"/>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                try
                {
                    return Ops.nll_loss_nd(input, target, weight, (long)reduction);
                }
                catch (TorchException problem) when (LossMistakes.InClasses("nll_loss", input, target) is { } mistake)
                {
                    throw new ArgumentException(mistake, nameof(target), problem);
                }
            }

            /// <summary>Binary cross entropy of probabilities: <c>−(y log x + (1 − y) log(1 − x))</c>.</summary>
            /// <param name="input">Probabilities, (*), 0..1.</param>
            /// <param name="target">Targets, (*), 0..1.</param>
            /// <param name="weight">The weight of each element, or null.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <exception cref="ArgumentException">The targets have another shape or type than the predictions.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.binary_cross_entropy.html"/>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                // The operators would broadcast one against the other, which is never meant.
                if (LossMistakes.InElements("binary_cross_entropy", input, target) is { } mistake) throw new ArgumentException(mistake, nameof(target));
                return Ops.binary_cross_entropy(input, target, weight, (long)reduction);
            }

            /// <summary>Binary cross entropy of unnormalised scores.</summary>
            /// <param name="input">Scores, (*).</param>
            /// <param name="target">Targets, (*), 0..1.</param>
            /// <param name="weight">The weight of each element, or null.</param>
            /// <param name="reduction">How the values are joined.</param>
            /// <param name="pos_weights">The weight of positive targets of each class, or null.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <exception cref="ArgumentException">The targets have another shape or type than the predictions.</exception>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.binary_cross_entropy_with_logits.html"/>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                // The operators would broadcast one against the other, which is never meant.
                if (LossMistakes.InElements("binary_cross_entropy_with_logits", input, target) is { } mistake) throw new ArgumentException(mistake, nameof(target));
                return Ops.binary_cross_entropy_with_logits(input, target, weight, pos_weights, (long)reduction);
            }

            /// <summary>Divergence of the model's distribution from the target: <c>y (log y − x)</c>, x a log probability.</summary>
            /// <param name="input">Log probabilities, (*).</param>
            /// <param name="target">Log probabilities, or probabilities if <paramref name="log_target"/> is false, (*).</param>
            /// <param name="log_target">Whether targets are logarithms. TorchSharp's default is true, PyTorch's is false.</param>
            /// <param name="reduction">Mean divides by the number of elements, not of examples.</param>
            /// <returns>A scalar, or (*) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.kl_div.html"/>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                Ops.kl_div(input, target, (long)reduction, log_target);

            /// <summary>Alignment loss of sequences without given alignment (connectionist temporal classification).</summary>
            /// <param name="log_probs">Log probabilities, (T, N, K) or (T, K).</param>
            /// <param name="targets">Labels, (N, S), or all behind each other, (sum of lengths).</param>
            /// <param name="input_lengths">How many steps of each example count, (N).</param>
            /// <param name="target_lengths">How many labels each example has, (N).</param>
            /// <param name="blank">The class that stands for no label.</param>
            /// <param name="zero_infinity">Whether infinite losses (labels longer than steps) and their gradients are zero.</param>
            /// <param name="reduction">Mean divides each loss by its number of labels first.</param>
            /// <returns>A scalar, or (N) without reduction; the caller disposes it.</returns>
            /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.functional.ctc_loss.html"/>
            /// <seealso href="https://www.cs.toronto.edu/~graves/icml_2006.pdf"/>
            public static Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                Ops.ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);
        }
    }
}
