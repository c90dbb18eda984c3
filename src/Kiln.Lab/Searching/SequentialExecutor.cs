using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Trains one trial after another in this process.</summary>
internal sealed class SequentialExecutor : ITrialExecutor
{
    /// <inheritdoc/>
    public async Task<bool> Run(StudySession session, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && session.Study.Ask() is { } trial)
        {
            if (!await RunTrial(session, trial, cancellationToken)) return false;
            session.TakeIn();
            session.Show();
        }
        // What other processes made of trials that were left to them.
        session.TakeIn();
        return !cancellationToken.IsCancellationRequested;
    }

    /// <summary>Trains one trial and tells the study how it went.</summary>
    /// <returns>False when it was interrupted, and put aside for the next session.</returns>
    public static async Task<bool> RunTrial(StudySession session, Trial trial, CancellationToken cancellationToken)
    {
        var (run, result) = await session.Training.Train(trial, cancellationToken);
        if (run.IsLost)
        {
            session.Study.Leave(trial);
            return !cancellationToken.IsCancellationRequested;
        }
        if (result.Outcome == TrainingOutcome.Stopped && result.StoppedBy == StopReason.User)
        {
            session.Study.Pause(trial, "interrupted");
            return false;
        }
        Settle(session.Study, trial, result);
        return true;
    }

    private static void Settle(Study study, Trial trial, TrainingResult result)
    {
        if (result.Outcome is TrainingOutcome.Failed or TrainingOutcome.Diverged || result.Metrics.IsEmpty)
            study.Fail(trial, result.Reason ?? "failed");
        else if (result.StoppedBy == StopReason.Pruned)
            study.Prune(trial, result.Reason);
        else
            study.Tell(trial, result.Metrics);
    }
}
