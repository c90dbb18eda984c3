using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Cross entropy of unnormalised scores: <c>−log softmax(x)[class]</c>.</summary>
/// <remarks>Input (N, K) or (N, K, *), target (N) or (N, *) of int64 classes, or class probabilities of the input's shape. Source: PyTorch, torch.nn.CrossEntropyLoss.</remarks>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal CrossEntropyLoss(Tensor? weight, long? ignoreIndex, Reduction reduction) : base(nameof(CrossEntropyLoss), weight, reduction) =>
        ignore_index = ignoreIndex;

    /// <summary>A class that does not count, or null.</summary>
    public long? ignore_index { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) =>
        Ops.cross_entropy_loss(input, target, weight, (long)reduction, ignore_index ?? -100);
}

/// <summary>Negative log likelihood: <c>−x[class]</c> of log probabilities.</summary>
/// <remarks>Input (N, K) or (N, K, *), target (N) or (N, *) of int64 classes. Source: PyTorch, torch.nn.NLLLoss.</remarks>
public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal NLLLoss(Tensor? weight, Reduction reduction) : base(nameof(NLLLoss), weight, reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.nll_loss(input, target, weight, reduction);
}

/// <summary>Squared error: <c>(x − y)²</c>.</summary>
/// <remarks>Input and target (*). Source: PyTorch, torch.nn.MSELoss.</remarks>
public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
{
    internal MSELoss(Reduction reduction) : base(nameof(MSELoss), reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.mse_loss(input, target, reduction);
}

/// <summary>Absolute error: <c>|x − y|</c>.</summary>
/// <remarks>Input and target (*). Source: PyTorch, torch.nn.L1Loss.</remarks>
public sealed class L1Loss : Loss<Tensor, Tensor, Tensor>
{
    internal L1Loss(Reduction reduction) : base(nameof(L1Loss), reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.l1_loss(input, target, reduction);
}

/// <summary>Binary cross entropy of unnormalised scores.</summary>
/// <remarks>Input and target (*), targets in 0..1. Source: PyTorch, torch.nn.BCEWithLogitsLoss.</remarks>
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
    public override Tensor forward(Tensor input, Tensor target) =>
        functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
}

/// <summary>Binary cross entropy of probabilities: <c>−(y log x + (1 − y) log(1 − x))</c>.</summary>
/// <remarks>Input and target (*), both in 0..1. Source: PyTorch, torch.nn.BCELoss.</remarks>
public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal BCELoss(Tensor? weight, Reduction reduction) : base(nameof(BCELoss), weight, reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.binary_cross_entropy(input, target, weight, reduction);
}
