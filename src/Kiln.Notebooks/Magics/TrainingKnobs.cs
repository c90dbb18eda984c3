using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of every magic that trains, named as in <see cref="TrainOptions"/>, whose defaults they have.</summary>
internal abstract record TrainingKnobs
{
    private static readonly TrainOptions Defaults = new();

    [Option("data set", Value = "NAME", Names = NameKind.Data, Default = "the one loaded last")]
    public string? Data { get; init; }

    [Option("passes over the training data")]
    public int Epochs { get; init; } = Defaults.Epochs;

    [Option("examples in a batch; full takes all at once", Value = "N|full", Word = "full", Default = "64, or the data's own")]
    public int? Batch { get; init; }

    [Option("learning rate; auto looks for one first, as #!lr-find does", Value = "RATE|auto", Word = "auto")]
    public double Lr { get; init; } = Defaults.Lr;

    [Option("rule that changes the weights", Registry = typeof(Optimizers))]
    public string Optimizer { get; init; } = Defaults.Optimizer;

    [Option("momentum of sgd and rmsprop")]
    public double Momentum { get; init; } = Defaults.Momentum;

    [Option("let sgd look ahead along its momentum")]
    public bool Nesterov { get; init; }

    [Option("decay of the mean of gradients, for adam and its kin", Default = "0.9")]
    public double? Beta1 { get; init; }

    [Option("decay of the mean of squared gradients, for adam and its kin", Default = "0.999")]
    public double? Beta2 { get; init; }

    [Option("pull of the weights towards zero (L2)")]
    public double WeightDecay { get; init; } = Defaults.WeightDecay;

    [Option("pull of the weights towards exactly zero (L1)")]
    public double L1 { get; init; } = Defaults.L1;

    [Option("what is learnt, if not what the data suggest", Registry = typeof(LearningTasks))]
    public string Task { get; init; } = Defaults.Task;

    [Option("how far off an output is", Registry = typeof(Losses))]
    public string Loss { get; init; } = Defaults.Loss;

    [Option("share of the truth that cross entropy spreads over all classes")]
    public double LabelSmoothing { get; init; } = Defaults.LabelSmoothing;

    [Option("balanced counts rare classes more", OneOf = "none balanced")]
    public string ClassWeights { get; init; } = Defaults.ClassWeights;

    [Option("what validation and test are measured by; the first one picks the best epoch", Value = "NAME,NAME", Default = "the task's own")]
    public string? Metrics { get; init; }

    [Option("batches whose gradients are summed for one step")]
    public int Accumulate { get; init; } = Defaults.Accumulate;

    [Option("longest gradient; longer ones are shortened", Value = "LENGTH", Default = "no limit")]
    public double? Clip { get; init; }

    [Option("largest component of the gradient; larger ones are cut", Value = "VALUE", Default = "no limit")]
    public double? ClipValue { get; init; }

    [ScheduleOption]
    public string Schedule { get; init; } = Defaults.Schedule;

    [Option("share of the steps in which the rate climbs first", Value = "SHARE", Default = "the schedule's own")]
    public double? Warmup { get; init; }

    [Option("end after so many epochs without a better one", Value = "EPOCHS", Default = "never")]
    public int? EarlyStop { get; init; }

    [Option("decay of a running average of the weights, which is then measured and kept; for example 0.999", Value = "DECAY", Default = "none")]
    public double? Ema { get; init; }

    [Option("weights that stay as they are, by name with *, or body for all but the last layer", Value = "PATTERN", Default = "none")]
    public string? Freeze { get; init; }

    [Option("train Linear layers by products of two thin matrices of this rank, and the last layer in full", Value = "RANK", Default = "off")]
    public int? Lora { get; init; }

    [Option("factor from one layer's rate to that of the layer before it", Value = "FACTOR", Default = "1")]
    public double? LayerLr { get; init; }

    [Option("start with the weights of a run or file, as far as names and shapes are equal", Value = "RUN|FILE", Names = NameKind.Run, Default = "fresh weights")]
    public string? From { get; init; }

    [Option("seed of all randomness: the same seed gives the same run")]
    public long Seed { get; init; } = Defaults.Seed;

    [Option("weights kept at the end: those of the best epoch or of the last; every keeps a file of each epoch, too", OneOf = "best last every")]
    public string Keep { get; init; } = Defaults.Keep;

    [Option("longest training time of a run", Default = "no limit")]
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Whether the rate is to be looked for.</summary>
    public bool FindsRate => double.IsNaN(Lr);

    /// <summary>The options as the lab takes them.</summary>
    public TrainOptions ToTrainOptions() => new()
    {
        Epochs = Epochs,
        Batch = Batch ?? DataBatch.Of(Data),
        Lr = FindsRate ? Defaults.Lr : Lr,
        Optimizer = Optimizer,
        Momentum = Momentum,
        Nesterov = Nesterov,
        Beta1 = Beta1,
        Beta2 = Beta2,
        WeightDecay = WeightDecay,
        L1 = L1,
        Task = Task,
        Loss = Loss,
        LabelSmoothing = LabelSmoothing,
        ClassWeights = ClassWeights,
        Metrics = Metrics ?? Defaults.Metrics,
        Accumulate = Accumulate,
        Clip = Clip,
        ClipValue = ClipValue,
        Schedule = Schedule,
        Warmup = Warmup,
        EarlyStop = EarlyStop,
        Ema = Ema,
        Freeze = Freeze,
        Lora = Lora,
        LayerLr = LayerLr,
        From = From,
        Seed = Seed,
        Keep = Keep,
        MaxTime = MaxTime,
    };
}
