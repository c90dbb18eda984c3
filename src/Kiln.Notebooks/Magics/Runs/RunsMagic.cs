using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary><c>#!runs</c>: what was trained so far.</summary>
internal sealed class RunsMagic : Command<RunsMagicOptions>
{
    private static readonly Dictionary<string, Func<RunsMagicOptions, INotebookHost, Task>> Actions = new()
    {
        ["list"] = Done(RunsListing.List),
        ["show"] = Done(Show),
        ["attach"] = Attach,
        ["stop"] = Done(Stop),
        ["best"] = Done(RunsListing.Best),
        ["tag"] = Done(RunsChanges.Tag),
        ["note"] = Done(RunsChanges.Note),
        ["scatter"] = Done(RunsScatter.Scatter),
        ["rm"] = Done(RunsChanges.Remove),
        ["undo"] = Done(RunsChanges.Undo),
        ["vacuum"] = Done(RunsChanges.Vacuum),
        ["export"] = Done(RunsFiles.Export),
        ["import"] = Done(RunsFiles.Import),
    };

    /// <summary>The actions, in the order of help.</summary>
    public static IEnumerable<string> Names => Actions.Keys;

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
    protected override Task RunAsync(RunsMagicOptions options, MagicContext context)
    {
        OptionUse.Require(this, options, options.Action, $"#!runs {options.Action}");
        if (options.Limit < 1) throw new MagicException($"#!runs --limit: expected at least 1, got {options.Limit}.");
        return Actions[options.Action](options, context.Host);
    }

    private static Func<RunsMagicOptions, INotebookHost, Task> Done(Action<RunsMagicOptions, INotebookHost> action) => (options, host) =>
    {
        action(options, host);
        return Task.CompletedTask;
    };

    private static async Task Attach(RunsMagicOptions options, INotebookHost host)
    {
        var run = await Lab.Attach(RunsWords.Run(options), host.Interrupted);
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
