using Kiln.Runs;

namespace Kiln;

/// <summary>Trains trials in the tasks of one Slurm array job; its workers pull them from the shared store, and this process looks on.</summary>
internal sealed class SlurmExecutor : ITrialExecutor
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int PausesBetweenQuestions = 5;

    /// <inheritdoc/>
    public async Task<bool> Run(StudySession session, CancellationToken cancellationToken)
    {
        var workspace = session.Workspace;
        var program = workspace.Worker ?? throw new LabException("--executor slurm: this program has no worker processes; the kiln kernel and kiln run have.");
        StudyRecipe.Of(workspace.Sources, session.Plan).Write(workspace.Store, session.Study.Id);
        if (session.Study.Trials.Count >= session.Study.TotalTrials) return true;

        var logs = LogsOf(session);
        var job = await SlurmCommands.Submit(SlurmJob.Arguments(session, logs), SlurmJob.Script(session, program));
        session.Progress.AddNote($"Slurm job {job}: what its workers say is in {logs}.");
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("KILN_STORE")))
            session.Progress.AddNote("The run store is a file, which only processes of one machine can share. For workers on several nodes set KILN_STORE to a PostgreSQL database, and keep the notebook's folder on a shared disk.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, workspace.Display.Interrupted);
        return await Follow(session, job, logs, stop.Token);
    }

    private static async Task<bool> Follow(StudySession session, string job, string logs, CancellationToken stop)
    {
        for (var pause = 1; session.Study.Trials.Count < session.Study.TotalTrials; pause++)
        {
            if (stop.IsCancellationRequested)
            {
                await SlurmCommands.Cancel(job);
                return false;
            }
            await Task.Delay(Pause, session.Workspace.Time, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            var isThere = pause % PausesBetweenQuestions != 0 || await SlurmCommands.IsThere(job);
            TakeIn(session);
            if (isThere || session.Study.Trials.Count >= session.Study.TotalTrials) continue;
            session.Progress.EndedEarly = true;
            session.Progress.AddNote($"Slurm job {job} ended before the study did. Its workers said why in {logs}; the same command goes on where they stopped.");
            return true;
        }
        return true;
    }

    private static void TakeIn(StudySession session)
    {
        var store = session.Workspace.Store;
        LostWorkers.TakeIn(store, session.Study.Id);
        session.Study.Refresh();
        session.TakeIn();
        var running = store.List(new RunFilter { Study = session.Study.Id, Status = RunStatus.Running, Sort = "trial" });
        foreach (var gone in session.Progress.UnderWay.Where(shown => running.All(run => run.Id != shown.Run.Run.Id)).ToList()) session.Progress.Leave(gone.Label);
        foreach (var run in running)
        {
            var progress = new RunProgress(run, RunIdentity.ReadOptions(run));
            progress.Take(run, store.Epochs(run.Id), store.Steps(run.Id));
            session.Progress.Enter(new TrialUnderWay($"trial {run.Trial}", progress));
        }
        session.Show();
    }

    private static string LogsOf(StudySession session)
    {
        var folder = session.Workspace.Store.StudyFolder(session.Study.Id);
        try
        {
            Directory.CreateDirectory(LostWorkers.FolderOf(session.Workspace.Store, session.Study.Id));
            return Path.GetFullPath(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new LabException($"The folder {folder} for the workers' output could not be made: {problem.Message}", problem);
        }
    }
}
