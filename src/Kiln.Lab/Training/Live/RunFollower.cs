using Kiln.Runs;

namespace Kiln;

/// <summary>Shows a run wherever it trains: one of this process from its own events, one of another from what it records.</summary>
internal sealed class RunFollower(LabWorkspace workspace)
{
    // What another process records changes once an epoch.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Shows the run until it ends or the caller has seen enough; the run itself goes on.</summary>
    public async Task<Run> Follow(RunRecord run, IRunView view, CancellationToken enough)
    {
        if (workspace.Live.Find(run.Id) is { } here) return await FollowHere(here, view, enough);
        var progress = new RunProgress(run, RunIdentity.ReadOptions(run));
        while (!enough.IsCancellationRequested)
        {
            progress.Take(workspace.Store.Get(run.Id), workspace.Store.Epochs(run.Id), workspace.Store.Steps(run.Id));
            if (progress.Run.Status != RunStatus.Running) break;
            view.Show(progress);
            await Task.Delay(Pause, workspace.Time, enough).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        progress.Hints = RunHints.Read(workspace.Store, progress.Run);
        return End(view, progress);
    }

    private async Task<Run> FollowHere(LiveRun run, IRunView view, CancellationToken enough)
    {
        run.Views.Add(view);
        try
        {
            return await run.Completion.WaitAsync(enough);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            run.Views.Remove(view);
            return new Run(workspace.Store.Get(run.Id), workspace.Store.Epochs(run.Id), null, []);
        }
    }

    private static Run End(IRunView view, RunProgress progress)
    {
        if (progress.Run.Status != RunStatus.Running) view.Finish(progress);
        return new Run(progress.Run, progress.Epochs, null, progress.Notes) { Hints = progress.Hints };
    }
}
