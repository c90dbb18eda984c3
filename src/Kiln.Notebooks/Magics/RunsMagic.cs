using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>Options of <c>#!runs</c>.</summary>
internal sealed record RunsMagicOptions
{
    [Argument("ACTION", "list (default) shows a table, show redraws one run, attach follows it live, stop ends it", OneOf = "list show attach stop", Required = false)]
    public string Action { get; init; } = "list";

    [Argument("ID", "id, name or first letters of the id of a run, for all but list", Required = false, Names = NameKind.Run)]
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
    public override string Summary => "shows the recorded runs or one of them with its curve, follows one live, stops one";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!runs list --sort -val_accuracy --limit 5", "#!runs show 3f2a", "#!runs attach 3f2a", "#!runs stop 3f2a"];

    /// <inheritdoc/>
    protected override async Task RunAsync(RunsMagicOptions options, MagicContext context)
    {
        if (options.Action == "show") Show(Id(options), context.Host);
        else if (options.Action == "attach") await Attach(Id(options), context.Host);
        else if (options.Action == "stop") Stop(Id(options), context.Host);
        else if (options.Id is not null) throw new MagicException($"#!runs list takes no run, got \"{options.Id}\". To see one run: #!runs show {options.Id}");
        else List(options, context.Host);
    }

    private static string Id(RunsMagicOptions options) =>
        options.Id ?? throw new MagicException($"#!runs {options.Action}: the run is missing. #!runs list shows the ids; the first letters of one are enough.");

    private static async Task Attach(string id, INotebookHost host)
    {
        var run = await Lab.Attach(id, host.Interrupted);
        if (run.Record.Status == RunStatus.Running)
            host.Display(new Report().Note($"Run {run.Id} goes on; only this view of it was left. #!runs attach {run.Id} follows it again, #!runs stop {run.Id} stops it.").ToBundle());
    }

    private static void Stop(string id, INotebookHost host)
    {
        var run = Lab.Stop(id);
        host.Display(new Report().Say($"Run {run.Id} ({run.Name}) stops after the batch in flight and keeps what it has learnt. #!runs show {run.Id} tells what came of it.").ToBundle());
    }

    private static void Show(string id, INotebookHost host)
    {
        var run = Lab.Runs.Get(id);
        var picture = RunPicture.Of(run, Lab.Runs.Epochs(run.Id)) with { Hints = Lab.Hints(run.Id) };
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
