using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Cross entropy of unnormalised scores: <c>−log softmax(x)[class]</c>.</summary>
/// <remarks>Input (N, K) or (N, K, *), target (N) or (N, *) of int64 classes, or class probabilities of the input's shape.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.CrossEntropyLoss.html"/>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal CrossEntropyLoss(Tensor? weight, long? ignoreIndex, Reduction reduction) : base(nameof(CrossEntropyLoss), weight, reduction) =>
        ignore_index = ignoreIndex;

    /// <summary>A class that does not count, or null.</summary>
    public long? ignore_index { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction);
}

/// <summary>Negative log likelihood: <c>−x[class]</c> of log probabilities.</summary>
/// <remarks>Input (N, K) or (N, K, *), target (N) or (N, *) of int64 classes.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.NLLLoss.html"/>
public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal NLLLoss(Tensor? weight, Reduction reduction) : base(nameof(NLLLoss), weight, reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.nll_loss(input, target, weight, reduction);
}

/// <summary>Binary cross entropy of probabilities: <c>−(y log x + (1 − y) log(1 − x))</c>.</summary>
/// <remarks>Input and target (*), both in 0..1.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.BCELoss.html"/>
public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal BCELoss(Tensor? weight, Reduction reduction) : base(nameof(BCELoss), weight, reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.binary_cross_entropy(input, target, weight, reduction);
}

/// <summary>Binary cross entropy of unnormalised scores.</summary>
/// <remarks>Input and target (*), targets in 0..1.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.BCEWithLogitsLoss.html"/>
public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal BCEWithLogitsLoss(Tensor? weight, Reduction reduction, Tensor? posWeights) : base(nameof(BCEWithLogitsLoss), weight, reduction)
    {
        pos_weights = posWeights;
        if (posWeights is not null) register_buffer("pos_weight", posWeights);
    }

    /// <summary>The weight of positive targets of each class, or null.</summary>
    public Tensor? pos_weights { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
}

/// <summary>Divergence of the model's distribution from the target: <c>y (log y − x)</c>, x a log probability.</summary>
/// <remarks>Input and target (*). TorchSharp's default takes logarithms as targets, PyTorch's probabilities; Mean divides by the number of elements.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.KLDivLoss.html"/>
public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
{
    internal KLDivLoss(bool logTarget, Reduction reduction) : base(nameof(KLDivLoss), reduction) =>
        log_target = logTarget;

    /// <summary>Whether targets are logarithms.</summary>
    public bool log_target { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.kl_div(input, target, log_target, reduction);
}

/// <summary>Mean binary cross entropy over the classes, from unnormalised scores.</summary>
/// <remarks>Input and target (N, K), targets 0 or 1.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MultiLabelSoftMarginLoss.html"/>
public sealed class MultiLabelSoftMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal MultiLabelSoftMarginLoss(Tensor? weight, Reduction reduction) : base(nameof(MultiLabelSoftMarginLoss), weight, reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.multilabel_soft_margin_loss(input, target, weight, reduction);
}

/// <summary>Alignment loss of sequences without given alignment (connectionist temporal classification).</summary>
/// <remarks>Input (T, N, K) of log probabilities, target (N, S) or (sum of lengths) of labels, then the lengths of both, (N) each.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.CTCLoss.html"/>
public sealed class CTCLoss : Loss<Tensor, Tensor, Tensor, Tensor, Tensor>
{
    internal CTCLoss(long blank, bool zeroInfinity, Reduction reduction) : base(nameof(CTCLoss), reduction)
    {
        this.blank = blank;
        zero_infinity = zeroInfinity;
    }

    /// <summary>The class that stands for no label.</summary>
    public long blank { get; }

    /// <summary>Whether infinite losses and their gradients are zero.</summary>
    public bool zero_infinity { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths) =>
        functional.ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity, reduction);
}
