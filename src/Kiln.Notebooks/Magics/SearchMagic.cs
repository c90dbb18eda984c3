namespace Kiln.Notebooks;

/// <summary>Options of <c>#!search</c>.</summary>
internal sealed record SearchMagicOptions : TrainingKnobs
{
    private static readonly SearchOptions Defaults = new() { Space = "" };

    [Argument("SAMPLER", "how trials are chosen: grid, random or tpe", OneOf = "grid random tpe")]
    public string Sampler { get; init; } = "";

    [Argument("MODEL", "a model defined with #!model", Names = NameKind.Model)]
    public string Model { get; init; } = "";

    [Option("what is searched: training options and the model's hyperparameters", Value = "\"lr=log(1e-4,1e-1) width={32,64}\"")]
    public string? Space { get; init; }

    [Option("trials of the whole study, those of earlier sessions included")]
    public int Trials { get; init; } = Defaults.Trials;

    [Option("validation metric that trials are judged by, at their best epoch", Value = "NAME")]
    public string Metric { get; init; } = Defaults.Metric;

    [Option("whether the metric is to be large or small", OneOf = "max min", Default = "max, min for a loss")]
    public string? Goal { get; init; }

    [Option("name of the study", Value = "NAME", Names = NameKind.Study, Default = "model and sampler")]
    public string? Study { get; init; }

    [Option("start anew instead of going on with the study of the same name")]
    public bool New { get; init; }

    [Option("give up after so many failed trials in a row")]
    public int MaxFailures { get; init; } = Defaults.MaxFailures;

    [Option("train trials in so many worker processes at once", Value = "N", Default = "in this process, one after another")]
    public int Parallel { get; init; }

    [Option("threads of each worker", Value = "N", Default = "the processors divided among them")]
    public int Threads { get; init; }

    [Option("memory of each worker, beyond which its trial fails", Value = "2GB", Default = "no limit")]
    public string? Memory { get; init; }

    [Option("a worker's trial in which nothing happens for so many seconds has failed", Value = "SECONDS")]
    public double Stall { get; init; } = Defaults.Workers.Stall.TotalSeconds;

    [Option("show the first trials, and stop")]
    public bool DryRun { get; init; }
}

/// <summary><c>#!search</c>: searches a model's hyperparameters and training options.</summary>
internal sealed class SearchMagic : Command<SearchMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!search";

    /// <inheritdoc/>
    public override string Summary => "searches hyperparameters: every trial is a run; a study that was interrupted goes on where it stopped";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "#!search random net --trials 20 --space \"lr=log(1e-4,1e-1) hidden=32..256\"",
        "#!search grid net --epochs 8 --space \"lr={1e-3,1e-2} optimizer={adam,sgd}\"",
        "#!search random net --parallel 2 --memory 2GB --space \"lr=log(1e-4,1e-1)\"",
    ];

    /// <inheritdoc/>
    protected override async Task RunAsync(SearchMagicOptions options, MagicContext context)
    {
        if (options.Space is not { Length: > 0 } space)
            throw new MagicException("#!search: --space is missing: it says what to search. For example: --space \"lr=log(1e-4,1e-1) batch={32,64}\"");
        if (options.FindsRate) throw new MagicException("#!search --lr auto: every trial would need a search of its own. Put the rate into the space: --space \"lr=log(1e-4,1e-1)\"");
        var search = new SearchOptions
        {
            Space = space,
            Trials = options.Trials,
            Metric = options.Metric,
            Maximize = options.Goal is { } goal ? goal == "max" : !options.Metric.EndsWith("loss", StringComparison.Ordinal),
            Seed = options.Seed,
            Train = options.ToTrainOptions(),
            Study = options.Study,
            New = options.New,
            MaxFailures = options.MaxFailures,
            Workers = WorkerKnobs.Of(options),
        };
        if (options.DryRun) context.Host.Display(TrialPreview.Of(options.Sampler, search).ToBundle());
        else await Lab.Search(options.Sampler, options.Model, search, options.Data, context.Host.Interrupted);
    }
}
