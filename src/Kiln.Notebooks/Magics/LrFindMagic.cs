using System.Collections.Immutable;
using Kiln.Charts;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!lr-find</c>.</summary>
internal sealed record LrFindMagicOptions
{
    private static readonly TrainOptions Training = new();
    private static readonly RateSweepOptions Sweep = new();

    [Argument("MODEL", "a model defined with #!model", Names = NameKind.Model)]
    public string Model { get; init; } = "";

    [Option("data set", Value = "NAME", Names = NameKind.Data, Default = "the one loaded last")]
    public string? Data { get; init; }

    [Option("the lowest rate", Value = "RATE")]
    public double Start { get; init; } = Sweep.Start;

    [Option("the highest rate", Value = "RATE")]
    public double End { get; init; } = Sweep.End;

    [Option("steps from the lowest rate to the highest")]
    public int Steps { get; init; } = Sweep.Steps;

    [Option("examples in a batch; full takes all at once", Value = "N|full", Word = "full", Default = "64, or the data's own")]
    public int? Batch { get; init; }

    [Option("rule that changes the weights: the best rate depends on it", Registry = typeof(Training.Optimizers))]
    public string Optimizer { get; init; } = Training.Optimizer;

    [Option("momentum of sgd and rmsprop")]
    public double Momentum { get; init; } = Training.Momentum;

    [Option("value of one of the model's hyperparameters; may be given several times", Value = "NAME=VALUE")]
    public ImmutableArray<string> Hp { get; init; } = [];

    [Option("start with the weights of a run or file, as far as names and shapes are equal", Value = "RUN|FILE", Names = NameKind.Run, Default = "fresh weights")]
    public string? From { get; init; }

    [Option("weights that stay as they are, by name with *, or body for all but the last layer", Value = "PATTERN", Default = "none")]
    public string? Freeze { get; init; }

    [Option("seed of all randomness")]
    public long Seed { get; init; } = Training.Seed;
}

/// <summary><c>#!lr-find</c>: looks for a learning rate.</summary>
internal sealed class LrFindMagic : Command<LrFindMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!lr-find";

    /// <inheritdoc/>
    public override string Summary => "trains a few steps at growing learning rates and suggests one; nothing is recorded";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!lr-find net", "#!lr-find net --optimizer sgd --momentum 0.9 --start 1e-5"];

    /// <inheritdoc/>
    protected override async Task RunAsync(LrFindMagicOptions options, MagicContext context)
    {
        var train = new TrainOptions
        {
            Batch = options.Batch ?? DataBatch.Of(options.Data),
            Optimizer = options.Optimizer,
            Momentum = options.Momentum,
            From = options.From,
            Freeze = options.Freeze,
            Seed = options.Seed,
        };
        var sweep = await Lab.FindLearningRate(
            options.Model, options.Data, train,
            new RateSweepOptions { Start = options.Start, End = options.End, Steps = options.Steps },
            new RunSettings { Hyperparameters = HyperparameterText.Read(Name, options.Hp) }, context.Host.Interrupted);
        var report = new Report().Say(sweep.Text);
        if (sweep.Suggested is { } rate) report.Aside("Train with it:").Code(FormattableString.Invariant($"#!train {options.Model} --lr {rate:G2}"));
        context.Host.Display(report.ToBundle());
        if (sweep.Rates.Length > 1) context.Host.Display(ChartBundle.Final(RateCurve.Of(sweep.Rates, sweep.Losses, sweep.Smoothed, sweep.Suggested)));
    }
}
