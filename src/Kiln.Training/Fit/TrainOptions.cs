namespace Kiln.Training;

/// <summary>How a model is trained. The defaults are the documentation; the record serialises to JSON as it is.</summary>
public sealed record TrainOptions
{
    /// <summary>As <see cref="Batch"/>: all examples in one batch, so that every epoch is one step.</summary>
    public const int FullBatch = int.MaxValue;

    /// <summary>Passes over the training split (default 5).</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>
    /// Examples per step (default 64); more than there are, such as <see cref="FullBatch"/>, means all at once. What is left over at
    /// the end of an epoch makes a smaller batch, but a single left-over example is skipped, because batch normalisation cannot train on one.
    /// </summary>
    public int Batch { get; init; } = 64;

    /// <summary>Learning rate (default 1e-3); with a schedule the highest one of the run.</summary>
    public double Lr { get; init; } = 1e-3;

    /// <summary>Name of the optimiser, one of <see cref="Optimizers.Names"/> (default "adam").</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>Momentum (default 0), for optimisers that have one. A one-cycle schedule cycles it.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether sgd looks ahead by Nesterov's rule (default false); needs momentum.</summary>
    public bool Nesterov { get; init; }

    /// <summary>Decay of the running mean of gradients, 0..1, for optimisers with betas; null (default) takes 0.9. A one-cycle schedule cycles it.</summary>
    public double? Beta1 { get; init; }

    /// <summary>Decay of the running mean of squared gradients, 0..1, for optimisers with betas; null (default) takes 0.999.</summary>
    public double? Beta2 { get; init; }

    /// <summary>Weight decay (default 0): L2 penalty, or decoupled decay for adamw.</summary>
    public double WeightDecay { get; init; }

    /// <summary>
    /// Strength of the L1 penalty (default 0): its slope, L1 times the sign of each weight, is added to the gradient.
    /// The losses shown and recorded are without it.
    /// </summary>
    public double L1 { get; init; }

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

    /// <summary>Batches whose gradients are summed up for one step of the optimiser (default 1); their mean is weighted by examples.</summary>
    public int Accumulate { get; init; } = 1;

    /// <summary>Longest gradient (Euclidean norm over all weights); longer ones are shortened to it; null (default) leaves them.</summary>
    public double? Clip { get; init; }

    /// <summary>Largest component of the gradient; larger ones are cut to it; null (default) leaves them.</summary>
    public double? ClipValue { get; init; }

    /// <summary>
    /// How the learning rate goes, one of <see cref="Schedules.Names"/> (default "none"). Some take numbers: "step(30, 0.1)" multiplies by 0.1
    /// every 30 epochs, "exponential(0.95)" every epoch, "cosine(0.01)" ends at a hundredth, "plateau(10, 0.1)" waits for ten epochs.
    /// </summary>
    public string Schedule { get; init; } = "none";

    /// <summary>Share of all steps, 0..1, in which the rate climbs to where the schedule starts; null (default): none, 0.3 for onecycle, 0.1 for warmup-linear.</summary>
    public double? Warmup { get; init; }

    /// <summary>Ends the run after so many epochs in a row without a best one; null (default) never. With Keep best, the best weights are handed back.</summary>
    public int? EarlyStop { get; init; }

    /// <summary>
    /// Decay of a running average of the weights, for example 0.999; null (default) keeps none. Validation, test and the weights handed back
    /// are then those of the average. In the first steps the decay is smaller, (1 + t) / (10 + t).
    /// </summary>
    public double? Ema { get; init; }

    /// <summary>
    /// Weights that stay as they are, by name with * and ?, separated by commas: "0.*,conv*". A name of a layer means all its weights,
    /// and "body" all but the last layer with weights. Null (default) freezes none.
    /// </summary>
    public string? Freeze { get; init; }

    /// <summary>
    /// Rank of LoRA: every Linear layer but the last gets a trainable product of two thin matrices, the last layer with weights
    /// is trained in full, and all other weights stay as they are; null (default) is none. Merged into the weights at the end.
    /// </summary>
    public int? Lora { get; init; }

    /// <summary>Factor from one layer group's learning rate to that of the group before it, 0..1: groups near the input learn slower; null (default): all the same.</summary>
    public double? LayerLr { get; init; }

    /// <summary>
    /// Where the first weights come from: a file (safetensors or Python's .pt), or in a lab the id of a run; tensors of equal name and shape
    /// are taken, the others are initialised. Null (default): all are initialised.
    /// </summary>
    public string? From { get; init; }

    /// <summary>Seed of everything random in the run (default 0): initial weights, order of examples, the model's own.</summary>
    public long Seed { get; init; }

    /// <summary>Stops after the batch in which this time has passed since <see cref="Trainer.Fit"/> began; null (default) never.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>
    /// Which weights are kept: "best" (default) those of the epoch that the first metric calls best, of equal ones the one with the
    /// lowest val_loss, of equal ones the first; "last" those of the last epoch; "every" the best, and beside them a file for each epoch
    /// in the folder <c>epochs</c> of the checkpoints. Without a validation split best means last.
    /// </summary>
    public string Keep { get; init; } = "best";

    /// <summary>Threads of libtorch; 0 (default) takes OMP_NUM_THREADS or else all processors. Another number may change the last bits.</summary>
    public int Threads { get; init; }

    /// <summary>Finds mistakes before anything starts.</summary>
    /// <exception cref="ArgumentException">A value is out of range or a name unknown; the message says what to write instead.</exception>
    public void Check() => OptionRules.Check(this);

    /// <summary>Finds mistakes before anything starts, also such as show with the data only.</summary>
    /// <param name="data">The data to be trained on.</param>
    /// <exception cref="ArgumentException">A value is out of range, a name unknown, or something does not fit the data; the message says what to write instead.</exception>
    public void Check(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check();
        _ = new Objective(this, data);
        Training.EarlyStop.Require(this, data);
    }

    /// <summary>
    /// What makes a run what it is, which a resumed run must share with the run that it continues: all but how long it may take,
    /// and all but the number of epochs unless the schedule depends on it.
    /// </summary>
    public TrainOptions WithoutLength() => this with { Epochs = PlannedRates.DependsOnLength ? Epochs : 1, MaxTime = null };

    internal Schedule PlannedRates => Schedules.Find(Schedule, Warmup);

    /// <summary>The defaults for a data set: where it has a batch of its own (<see cref="DataOptions.Batch"/>), that.</summary>
    /// <param name="data">What is to be trained on.</param>
    public static TrainOptions For(DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Options.Batch is { } batch ? new TrainOptions { Batch = batch } : new TrainOptions();
    }

    internal bool KeepsBest => Keep != "last";
}
