using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>A scalar that says how far outputs are off: the mean over the batch.</summary>
/// <param name="output">(N, *) what the model gave.</param>
/// <param name="targets">What it should have given, as the data set has it.</param>
internal delegate Tensor LossFunction(Tensor output, Tensor targets);

/// <summary>The losses a run may ask for, by name.</summary>
public static class Losses
{
    // A new loss is one line here, and its name with the tasks that it fits.
    private static readonly Dictionary<string, Func<TrainOptions, DataSet, LossFunction>> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cross-entropy"] = CrossEntropy.Make,
        ["bce"] = (_, _) => (output, targets) => nn.functional.binary_cross_entropy_with_logits(output, targets),
        ["mse"] = (_, _) => (output, targets) => nn.functional.mse_loss(output, targets),
        ["mae"] = (_, _) => (output, targets) => nn.functional.l1_loss(output, targets),
        ["huber"] = (_, _) => (output, targets) => nn.functional.huber_loss(output, targets),
    };

    /// <summary>The names, with "auto" first: the task's default.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", .. Kinds.Keys];

    /// <summary>The loss that the options ask for.</summary>
    /// <exception cref="ArgumentException">There is no such loss, or it does not fit the task.</exception>
    internal static LossFunction For(LearningTask task, TrainOptions options, DataSet data)
    {
        string name = options.Loss.Equals("auto", StringComparison.OrdinalIgnoreCase) ? task.Losses[0] : options.Loss;
        if (!Kinds.TryGetValue(name, out Func<TrainOptions, DataSet, LossFunction>? make))
            throw new ArgumentException($"There is no loss '{name}'. {Suggestions.Hint(name, Names)}");
        if (!task.Losses.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"Loss: {name} does not fit {task.Name}. Use {string.Join(" or ", task.Losses)}.");
        return make(options, data);
    }
}
