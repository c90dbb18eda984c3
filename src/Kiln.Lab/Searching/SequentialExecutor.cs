using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Trains one trial after another in this process.</summary>
internal sealed class SequentialExecutor : ITrialExecutor
{
    /// <inheritdoc/>
    public async Task<bool> Run(StudySession session, CancellationToken cancellationToken)
    {
        while (session.Study.Ask() is { } trial)
        {
            if (!await RunTrial(session, trial, cancellationToken)) return false;
            session.TakeIn();
            session.Show();
        }
        return true;
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
        Settle(session, trial, result);
        return true;
    }

    private static void Settle(StudySession session, Trial trial, TrainingResult result)
    {
        var (study, metric) = (session.Study, session.Study.Definition.Metric);
        if (result.Outcome is TrainingOutcome.Failed or TrainingOutcome.Diverged)
            study.Fail(trial, result.Reason ?? "failed");
        else if (result.Metrics.TryGetValue(metric, out var value))
            study.Tell(trial, value);
        else
            study.Fail(trial, $"no metric '{metric}'; there are {string.Join(", ", result.Metrics.Keys)}");
    }
}
