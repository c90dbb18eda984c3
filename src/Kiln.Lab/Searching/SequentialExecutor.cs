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
            var (_, result) = await session.Training.Train(trial, cancellationToken);
            if (result.Outcome == TrainingOutcome.Stopped && result.StoppedBy == StopReason.User)
            {
                session.Study.Pause(trial, "interrupted");
                return false;
            }
            Settle(session, trial, result);
            session.TakeIn();
            session.Show();
        }
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
