using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary><c>#!runs</c>: what was trained so far.</summary>
internal sealed class RunsMagic : Command<RunsMagicOptions>
{
    private static readonly Dictionary<string, Action<RunsMagicOptions, INotebookHost>> Actions = new()
    {
        ["list"] = RunsListing.List,
        ["best"] = RunsListing.Best,
        ["show"] = Show,
        ["stop"] = Stop,
        ["tag"] = RunsChanges.Tag,
        ["note"] = RunsChanges.Note,
        ["rm"] = RunsChanges.Remove,
        ["undo"] = RunsChanges.Undo,
        ["vacuum"] = RunsChanges.Vacuum,
        ["scatter"] = RunsScatter.Scatter,
        ["export"] = RunsFiles.Export,
        ["import"] = RunsFiles.Import,
    };

    /// <inheritdoc/>
    public override string Name => "#!runs";

    /// <inheritdoc/>
    public override string Summary => "shows, compares, labels, removes and exports the recorded runs, follows one live, stops one";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "#!runs --where \"lr<0.01 and tag=x or model=net\" --sort -val_accuracy --limit 5", "#!runs --group model", "#!runs best val_accuracy",
        "#!runs scatter lr val_accuracy", "#!runs show 3f2a", "#!runs attach 3f2a", "#!runs stop 3f2a", "#!runs tag 3f2a good", "#!runs rm --where status=failed", "#!runs undo", "#!runs export runs.csv",
    ];

    /// <inheritdoc/>
    protected override async Task RunAsync(RunsMagicOptions options, MagicContext context)
    {
        OptionUse.Require(this, options, options.Action, $"#!runs {options.Action}");
        if (options.Limit < 1) throw new MagicException($"#!runs --limit: expected at least 1, got {options.Limit}.");
        if (options.Action == "attach") await Attach(RunsWords.Run(options), context.Host);
        else Actions[options.Action](options, context.Host);
    }

    private static async Task Attach(string id, INotebookHost host)
    {
        var run = await Lab.Attach(id, host.Interrupted);
        if (run.Record.Status == RunStatus.Running)
            host.Display(new Report().Note($"Run {run.Id} goes on; only this view of it was left. #!runs attach {run.Id} follows it again, #!runs stop {run.Id} stops it.").ToBundle());
    }

    private static void Stop(RunsMagicOptions options, INotebookHost host)
    {
        var run = Lab.Stop(RunsWords.Run(options));
        host.Display(new Report().Say($"Run {run.Id} ({run.Name}) stops after the batch in flight and keeps what it has learnt. #!runs show {run.Id} tells what came of it.").ToBundle());
    }

    private static void Show(RunsMagicOptions options, INotebookHost host) => Show(Lab.Runs.Get(RunsWords.Run(options)), host);

    internal static void Show(RunRecord run, INotebookHost host)
    {
        var picture = RunPicture.Of(run, Lab.Runs.Epochs(run.Id), Lab.Runs.Steps(run.Id)) with
        {
            Hints = Lab.Hints(run.Id),
            Files = [.. Lab.Runs.Artefacts(run.Id).Select(file => (file, Lab.Runs.Check(run.Id, file)))],
        };
        host.Display(RunDetails.Of(picture).ToBundle());
        if (!RunChart.IsEmpty(picture)) host.Display(ChartBundle.Final(RunChart.Of(picture)));
    }
}
