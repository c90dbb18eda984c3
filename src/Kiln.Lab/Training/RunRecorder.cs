using System.Collections.Immutable;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>Writes one run into the store, epoch by epoch.</summary>
/// <remarks>A store that fails in mid-run never ends the training: the user is told once, and training goes on.</remarks>
internal sealed class RunRecorder(RunStore store, RunProgress progress)
{
    private bool _told;

    /// <summary>Appends a finished epoch.</summary>
    public void Append(EpochRecord epoch) => Guarded(() => store.AppendEpoch(progress.Run.Id, epoch));

    /// <summary>Appends what a resumed run's checkpoint knows and the store does not: the kernel was killed between the two.</summary>
    public void CatchUp() => Guarded(() =>
    {
        var stored = store.Epochs(progress.Run.Id).Select(epoch => epoch.Epoch).ToHashSet();
        foreach (var epoch in progress.Epochs.Where(epoch => !stored.Contains(epoch.Epoch)))
            store.AppendEpoch(progress.Run.Id, epoch);
    });

    /// <summary>Closes the row with the result.</summary>
    public void Finish(TrainingResult result)
    {
        var status = StatusOf(result.Outcome);
        var metrics = result.Metrics.ToImmutableSortedDictionary();
        Guarded(() => store.Finish(progress.Run.Id, status, result.Reason, metrics, result.BestEpoch));
        progress.Run = progress.Run with
        {
            Status = status,
            StatusReason = result.Reason,
            Metrics = metrics,
            BestEpoch = result.BestEpoch,
        };
    }

    private static RunStatus StatusOf(TrainingOutcome outcome) => outcome switch
    {
        TrainingOutcome.Finished => RunStatus.Finished,
        TrainingOutcome.Stopped => RunStatus.Stopped,
        _ => RunStatus.Failed,
    };

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (RunStoreException problem)
        {
            if (_told) return;
            _told = true;
            progress.AddNote("Training goes on, but is not recorded: " + problem.Message);
        }
    }
}
