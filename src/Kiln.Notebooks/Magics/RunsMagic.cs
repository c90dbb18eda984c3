using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!runs</c>.</summary>
internal sealed record RunsMagicOptions
{
    [Argument("ACTION", "list (default) shows a table, show redraws one run", OneOf = "list show", Required = false)]
    public string Action { get; init; } = "list";

    [Argument("ID", "id, name or first letters of the id of a run, for show", Required = false, Names = NameKind.Run)]
    public string? Id { get; init; }

    [Option("column, metric or hyperparameter to sort by, falling with a leading -", Value = "-val_accuracy", Default = "newest first")]
    public string? Sort { get; init; }

    [Option("only runs of this model", Value = "NAME", Names = NameKind.Model)]
    public string? Model { get; init; }

    [Option("only runs on this data set", Value = "NAME", Names = NameKind.Data)]
    public string? Data { get; init; }

    [Option("only trials of this study", Value = "NAME", Names = NameKind.Study)]
    public string? Study { get; init; }

    [Option("only runs with this tag", Value = "WORD")]
    public string? Tag { get; init; }

    [Option("only runs that stand so", OneOf = "running finished stopped failed")]
    public string? Status { get; init; }

    [Option("rows shown")]
    public int Limit { get; init; } = 20;
}

/// <summary><c>#!runs</c>: what was trained so far.</summary>
internal sealed class RunsMagic : Command<RunsMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!runs";

    /// <inheritdoc/>
    public override string Summary => "shows the recorded runs, or one of them with its curve";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!runs list --sort -val_accuracy --limit 5", "#!runs show 3f2a"];

    /// <inheritdoc/>
    protected override Task RunAsync(RunsMagicOptions options, MagicContext context)
    {
        if (options.Action == "show") Show(options, context.Host);
        else if (options.Id is not null) throw new MagicException($"#!runs list takes no run, got \"{options.Id}\". To see one run: #!runs show {options.Id}");
        else List(options, context.Host);
        return Task.CompletedTask;
    }

    private static void Show(RunsMagicOptions options, INotebookHost host)
    {
        if (options.Id is not { } id) throw new MagicException("#!runs show: the run is missing. #!runs list shows the ids; the first letters of one are enough.");
        var run = Lab.Runs.Get(id);
        var picture = RunPicture.Of(run, Lab.Runs.Epochs(run.Id));
        host.Display(RunDetails.Of(picture).ToBundle());
        if (!RunChart.IsEmpty(picture)) host.Display(ChartBundle.Final(RunChart.Of(picture)));
    }

    private static void List(RunsMagicOptions options, INotebookHost host)
    {
        if (options.Limit < 1) throw new MagicException($"#!runs --limit: expected at least 1, got {options.Limit}.");
        var filter = new RunFilter
        {
            Model = options.Model,
            Data = options.Data,
            Study = options.Study is { } study ? Lab.Runs.FindStudy(study)?.Id ?? throw UnknownStudy(study) : null,
            Tag = options.Tag,
            Status = options.Status is { } status ? Enum.Parse<RunStatus>(status, ignoreCase: true) : null,
            Sort = options.Sort,
        };
        var runs = Lab.Runs.List(filter);
        host.Display(RunsTable.Of(runs, options.Limit, filtered: filter != new RunFilter { Sort = options.Sort }).ToBundle());
    }

    private static MagicException UnknownStudy(string name) =>
        new($"#!runs --study: there is no study {name}.{Nearest.Hint(name, Lab.Runs.ListStudies().Select(study => study.Name))}");
}
