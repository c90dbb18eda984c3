using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of every magic that trains; defaults are those of <see cref="TrainOptions"/>.</summary>
internal abstract record TrainingKnobs
{
    private static readonly TrainOptions Defaults = new();

    [Option("data set", Value = "NAME", Names = NameKind.Data, Default = "the one loaded last")]
    public string? Data { get; init; }

    [Option("passes over the training data")]
    public int Epochs { get; init; } = Defaults.Epochs;

    [Option("examples in a batch")]
    public int Batch { get; init; } = Defaults.Batch;

    [Option("learning rate", Value = "RATE")]
    public double Lr { get; init; } = Defaults.Lr;

    [Option("rule that changes the weights", OneOf = "adam adamw sgd rmsprop adagrad adadelta adamax nadam radam asgd rprop")]
    public string Optimizer { get; init; } = Defaults.Optimizer;

    [Option("momentum of sgd and rmsprop")]
    public double Momentum { get; init; } = Defaults.Momentum;

    [Option("pull of the weights towards zero")]
    public double WeightDecay { get; init; } = Defaults.WeightDecay;

    [Option("seed of all randomness: the same seed gives the same run")]
    public long Seed { get; init; } = Defaults.Seed;

    [Option("weights kept at the end: those of the best epoch or of the last", OneOf = "best last")]
    public string Keep { get; init; } = Defaults.Keep;

    [Option("longest training time of a run", Default = "no limit")]
    public TimeSpan? MaxTime { get; init; }

    /// <summary>The options as the lab takes them.</summary>
    public TrainOptions ToTrainOptions() => new()
    {
        Epochs = Epochs,
        Batch = Batch,
        Lr = Lr,
        Optimizer = Optimizer,
        Momentum = Momentum,
        WeightDecay = WeightDecay,
        Seed = Seed,
        Keep = Keep,
        MaxTime = MaxTime,
    };
}
