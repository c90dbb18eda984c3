using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!data</c>.</summary>
internal sealed record DataMagicOptions
{
    private static readonly DataOptions Defaults = new();

    [Argument("NAME", "a built-in data set", Names = NameKind.BuiltInData)]
    public string Name { get; init; } = "";

    [Option("the name that later commands use", Value = "NAME", Default = "the data set's own")]
    public string? As { get; init; }

    [Option("percentages of train, validation and test; an official test split is kept as it is", Value = "A/B/C")]
    public string Split { get; init; } = Defaults.Split;

    [Option("seed of the split")]
    public long Seed { get; init; } = Defaults.Seed;

    [Option("give every split the same share of every class")]
    public bool Stratify { get; init; } = Defaults.Stratify;

    [Option("take at most so many examples", Default = "all")]
    public int? Limit { get; init; }

    [Option("auto shifts and scales inputs to mean 0 and standard deviation 1, measured on the training split", OneOf = "auto none")]
    public string Normalize { get; init; } = Defaults.Normalize ? "auto" : "none";
}

/// <summary><c>#!data</c>: loads a data set and shows what is in it.</summary>
internal sealed class DataMagic : Command<DataMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!data";

    /// <inheritdoc/>
    public override string Summary => "loads a data set, shows what is in it and makes it the one that later commands use";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!data fashion-mnist", "#!data digits --as few-digits --limit 500 --stratify"];

    /// <inheritdoc/>
    protected override Task RunAsync(DataMagicOptions options, MagicContext context)
    {
        var data = Lab.Data(options.Name, new DataOptions
        {
            Split = options.Split,
            Seed = options.Seed,
            Stratify = options.Stratify,
            Limit = options.Limit,
            Normalize = options.Normalize == "auto",
        }, options.As);
        context.Host.Display(DataReport.Of(data, options.As ?? data.Name).ToBundle());
        if (data.IsImage) context.Host.Display(ChartBundle.Final(SampleSheet.Of(data)));
        return Task.CompletedTask;
    }
}
