using System.Globalization;

namespace Kiln.Training;

/// <summary>How a model is trained. The defaults are the documentation; the record serialises to JSON as it is.</summary>
public sealed record TrainOptions
{
    /// <summary>Passes over the training split (default 5).</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>
    /// Examples per step (default 64); more than there are means all at once. What is left over at the end of an epoch makes
    /// a smaller batch, but a single left-over example is skipped, because batch normalisation cannot train on one.
    /// </summary>
    public int Batch { get; init; } = 64;

    /// <summary>Learning rate (default 1e-3).</summary>
    public double Lr { get; init; } = 1e-3;

    /// <summary>Name of the optimiser, one of <see cref="Optimizers.Names"/> (default "adam").</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>Momentum (default 0), for optimisers that have one.</summary>
    public double Momentum { get; init; }

    /// <summary>Weight decay (default 0): L2 penalty, or decoupled decay for adamw.</summary>
    public double WeightDecay { get; init; }

    /// <summary>What is learnt: a name of <see cref="LearningTasks"/>; "auto" (default) is what the data's targets are made for.</summary>
    public string Task { get; init; } = "auto";

    /// <summary>How far off an output is: a name of <see cref="Losses"/>; "auto" (default) is the task's own.</summary>
    public string Loss { get; init; } = "auto";

    /// <summary>Share of the truth that cross entropy spreads over all classes, 0 (default) up to, not including, 1.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>"none" (default), or "balanced": cross entropy counts each class N / (K n_k) times.</summary>
    public string ClassWeights { get; init; } = "none";

    /// <summary>
    /// What the validation split is measured by, names of <see cref="MetricTable"/> with commas between; "auto" (default) is the
    /// task's own. The first one picks the best epoch.
    /// </summary>
    public string Metrics { get; init; } = "auto";

    /// <summary>Seed of everything random in the run (default 0): initial weights, order of examples, the model's own.</summary>
    public long Seed { get; init; }

    /// <summary>Stops after the batch in which this time has passed since <see cref="Trainer.Fit"/> began; null (default) never.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>
    /// Which weights are kept: "best" (default) those of the epoch with the highest val_accuracy, of equal ones the one with the
    /// lowest val_loss, of equal ones the first; "last" those of the last epoch. Without a validation split best means last.
    /// </summary>
    public string Keep { get; init; } = "best";

    /// <summary>Threads of libtorch; 0 (default) takes OMP_NUM_THREADS or else all processors. Another number may change the last bits.</summary>
    public int Threads { get; init; }

    /// <summary>Finds mistakes before anything starts.</summary>
    /// <exception cref="ArgumentException">A value is out of range or a name unknown; the message says what to write instead.</exception>
    public void Check()
    {
        Require(Epochs >= 1, "Epochs", "at least 1", Epochs);
        Require(Batch >= 1, "Batch", "at least 1", Batch);
        Require(Lr > 0 && double.IsFinite(Lr), "Lr", "a number above 0, for example 0.001", Lr);
        Require(Momentum is >= 0 and < 1, "Momentum", "0 up to, not including, 1", Momentum);
        Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), "WeightDecay", "0 or more", WeightDecay);
        Require(MaxTime is not { } limit || limit > TimeSpan.Zero, "MaxTime", "a time above 0", MaxTime ?? TimeSpan.Zero);
        Require(Threads >= 0, "Threads", "0 (automatic) or more", Threads);
        Require(Keep is "best" or "last", "Keep", "best or last", Keep);
        Require(LabelSmoothing is >= 0 and < 1, "LabelSmoothing", "0 up to, not including, 1", LabelSmoothing);
        Require(ClassWeights is "none" or "balanced", "ClassWeights", "none or balanced", ClassWeights);
        OptimizerKind optimizer = Optimizers.Find(Optimizer);
        if (Momentum > 0 && !optimizer.HasMomentum)
            throw new ArgumentException($"Momentum: {optimizer.Name} has none, got {Text(Momentum)}. Leave it out, or use sgd or rmsprop.");
    }

    /// <summary>What a resumed run must share with the run it continues: all but how long it may take.</summary>
    internal TrainOptions Identity => this with { Epochs = 1, MaxTime = null };

    private static void Require(bool condition, string option, string expected, object got)
    {
        if (!condition)
            throw new ArgumentException($"{option}: expected {expected}, got {Text(got)}.");
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
