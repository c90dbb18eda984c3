using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Cross entropy of unnormalised scores: <c>−log softmax(x)[class]</c>.</summary>
        /// <param name="weight">The weight of each class, (K), or null.</param>
        /// <param name="ignore_index">A class that does not count, or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of scores (N, K) and classes (N).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.CrossEntropyLoss.html"/>
        public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);

        /// <summary>Negative log likelihood: <c>−x[class]</c> of log probabilities.</summary>
        /// <param name="weight">The weight of each class, (K), or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of log probabilities (N, K) and classes (N).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.NLLLoss.html"/>
        public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>Binary cross entropy of probabilities: <c>−(y log x + (1 − y) log(1 − x))</c>.</summary>
        /// <param name="weight">The weight of each element, or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of probabilities (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.BCELoss.html"/>
        public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>Binary cross entropy of unnormalised scores.</summary>
        /// <param name="weight">The weight of each element, or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <param name="pos_weights">The weight of positive targets of each class, or null.</param>
        /// <returns>The loss of scores (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.BCEWithLogitsLoss.html"/>
        public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => new(weight, reduction, pos_weights);

        /// <summary>Divergence of the model's distribution from the target: <c>y (log y − x)</c>, x a log probability.</summary>
        /// <param name="log_target">Whether targets are logarithms.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of log probabilities (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.KLDivLoss.html"/>
        public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);

        /// <summary>Mean binary cross entropy over the classes, from unnormalised scores.</summary>
        /// <param name="weight">The weight of each class, (K), or null.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of scores (N, K) and targets (N, K).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MultiLabelSoftMarginLoss.html"/>
        public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

        /// <summary>Alignment loss of sequences without given alignment (connectionist temporal classification).</summary>
        /// <param name="blank">The class that stands for no label.</param>
        /// <param name="zero_infinity">Whether infinite losses and their gradients are zero.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of log probabilities (T, N, K), labels (N, S) and the lengths of both, (N).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.CTCLoss.html"/>
        public static CTCLoss CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) => new(blank, zero_infinity, reduction);
    }
}
