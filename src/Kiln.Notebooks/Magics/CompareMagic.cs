using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!compare</c>.</summary>
internal sealed record CompareMagicOptions
{
    private const string AsBefore = "as in its newest run, else that of #!train";
    private static readonly CompareOptions Defaults = new();

    [Argument("A", "the first model", Names = NameKind.Model)]
    public string A { get; init; } = "";

    [Argument("B", "the second model", Names = NameKind.Model)]
    public string B { get; init; } = "";

    [Option("train each model with so many seeds, as far as runs are missing; 6 allow a verdict", Default = "only runs that exist")]
    public int? Seeds { get; init; }

    [Option("what is compared", Value = "NAME")]
    public string Metric { get; init; } = Defaults.Metric;

    [Option("what pairs have in common", OneOf = "seed fold example", Default = "what the data allow")]
    public string? Paired { get; init; }

    [Option("differences smaller than this are practically none")]
    public double Rope { get; init; } = Defaults.Rope;

    [Option("level of the test")]
    public double Alpha { get; init; } = Defaults.Alpha;

    [Option("data set", Value = "NAME", Names = NameKind.Data, Default = "the one loaded last")]
    public string? Data { get; init; }

    [Option("passes over the training data", Default = AsBefore)]
    public int? Epochs { get; init; }

    [Option("examples in a batch", Default = AsBefore)]
    public int? Batch { get; init; }

    [Option("learning rate", Value = "RATE", Default = AsBefore)]
    public double? Lr { get; init; }

    [Option("rule that changes the weights", OneOf = TrainingKnobs.OptimizerNames, Default = AsBefore)]
    public string? Optimizer { get; init; }

    /// <summary>How missing runs are trained; null where the line says nothing of it.</summary>
    public TrainOptions? ToTrainOptions()
    {
        if (Epochs is null && Batch is null && Lr is null && Optimizer is null) return null;
        var train = new TrainOptions();
        return train with { Epochs = Epochs ?? train.Epochs, Batch = Batch ?? train.Batch, Lr = Lr ?? train.Lr, Optimizer = Optimizer ?? train.Optimizer };
    }
}

/// <summary><c>#!compare</c>: compares two models over the same seeds.</summary>
internal sealed class CompareMagic : Command<CompareMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!compare";

    /// <inheritdoc/>
    public override string Summary => "compares two models over the same seeds and says in words what the differences allow one to say";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!compare small large --seeds 6", "#!compare small large --metric test_loss"];

    /// <inheritdoc/>
    protected override async Task RunAsync(CompareMagicOptions options, MagicContext context)
    {
        var compare = new CompareOptions
        {
            Seeds = options.Seeds,
            Metric = options.Metric,
            Paired = options.Paired is { } paired ? Enum.Parse<Pairing>(paired, ignoreCase: true) : null,
            Rope = options.Rope,
            Alpha = options.Alpha,
            Train = options.ToTrainOptions(),
        };
        var comparison = await Lab.Compare(options.A, options.B, compare, options.Data, context.Host.Interrupted);
        context.Host.Display(ComparisonReport.Of(comparison).ToBundle());
        context.Host.Display(ChartBundle.Final(ComparisonChart.Of(comparison)));
    }
}
