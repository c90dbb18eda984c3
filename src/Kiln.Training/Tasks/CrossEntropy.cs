using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Cross entropy of logits (N, K) with classes (N), or (N, T, K) with (N, T): -log softmax of the true class.
/// Label smoothing e gives every class e/K of the truth (Szegedy and others, 2016); weights count rare classes more.
/// Soft targets (N, K) are probabilities.
/// </summary>
internal static class CrossEntropy
{
    public static LossFunction Make(TrainOptions options, DataSet data)
    {
        Tensor? weights = options.ClassWeights == "balanced" ? Balanced(data) : null;
        double smoothing = options.LabelSmoothing;
        return (output, targets) => nn.functional.cross_entropy(Flat(output), IsSoft(targets) || targets.ndim == 1 ? targets : targets.flatten(), weights, label_smoothing: smoothing);
    }

    /// <summary>N / (K n_k), as scikit-learn's "balanced": the mean weight over the training examples is 1.</summary>
    private static Tensor Balanced(DataSet data)
    {
        int empty = data.Train.ClassCounts.IndexOf(0);
        if (empty >= 0)
            throw new ArgumentException($"ClassWeights: class '{data.ClassNames[empty]}' has no training example, so its weight would be infinite. Use --class-weights none, or give it examples.");
        return tensor(data.Train.ClassCounts.Select(count => (float)(data.Train.Count / ((double)data.Classes * count))).ToArray()).DetachFromDisposeScope();
    }

    private static Tensor Flat(Tensor output) => output.ndim == 2 ? output : output.reshape(-1, output.shape[^1]);

    private static bool IsSoft(Tensor targets) => targets.is_floating_point();
}
