using System.Collections.Immutable;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!compare</c>.</summary>
internal sealed record CompareMagicOptions
{
    private const string AsBefore = "as in its newest run, else that of #!train";
    private static readonly CompareOptions Defaults = new();

    [Argument("MODELS", "two or more models; also a run (id, name or tag), which stands for all runs that differ from it in the seed alone", Names = NameKind.Model)]
    public ImmutableArray<string> Models { get; init; } = [];

    [Option("train each model with so many seeds, as far as runs are missing; 6 allow a verdict on two models", Default = "only runs that exist")]
    public int? Seeds { get; init; }

    [Option("what is compared, with its split: test_accuracy, val_loss, test_f1", Value = "NAME", Default = "what the data set is judged by, on its test split")]
    public string? Metric { get; init; }

    [Option("compare each model with this one alone instead of every two: fewer comparisons need fewer seeds", Value = "NAME", Names = NameKind.Model, Default = "none")]
    public string? Baseline { get; init; }

    [Option("only show how they differ, in settings and code; train and judge nothing")]
    public bool Diff { get; init; }

    [Option("what pairs have in common", OneOf = "seed fold example", Default = "what the data allow")]
    public string? Paired { get; init; }

    [Option("differences smaller than this are practically none")]
    public double Rope { get; init; } = Defaults.Rope;

    [Option("level of the test")]
    public double Alpha { get; init; } = Defaults.Alpha;

    [Option("data set; several, with commas between, are compared by ranks", Value = "A,B", Names = NameKind.Data, Commas = true, Default = "the one loaded last")]
    public string? Data { get; init; }

    [Option("passes over the training data", Default = AsBefore)]
    public int? Epochs { get; init; }

    [Option("examples in a batch", Default = AsBefore)]
    public int? Batch { get; init; }

    [Option("learning rate", Value = "RATE", Default = AsBefore)]
    public double? Lr { get; init; }

    [Option("rule that changes the weights", Registry = typeof(Training.Optimizers), Default = AsBefore)]
    public string? Optimizer { get; init; }

    /// <summary>Names of the data sets; empty for the one loaded last.</summary>
    public IReadOnlyList<string> DataNames =>
        // A set may have been given a name with commas.
        Data is null ? [] : LabWorkspace.Current.Data.TryGet(Data, out _) ? [Data] : Data.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The options of the C# call.</summary>
    public CompareOptions ToCompareOptions() => new()
    {
        Seeds = Seeds,
        Metric = Metric ?? Defaults.Metric,
        Paired = Paired is { } paired ? Enum.Parse<Pairing>(paired, ignoreCase: true) : null,
        Baseline = Baseline,
        Rope = Rope,
        Alpha = Alpha,
        Change = Change,
    };

    private TrainOptions Change(TrainOptions train) =>
        train with { Epochs = Epochs ?? train.Epochs, Batch = Batch ?? train.Batch, Lr = Lr ?? train.Lr, Optimizer = Optimizer ?? train.Optimizer };
}
