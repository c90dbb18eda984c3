using System.Collections.Immutable;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>Writes one run into the store: the finished epochs at every beat, so that short ones share a transaction.</summary>
/// <remarks>A store that fails in mid-run never ends the training: the user is told once, and training goes on.</remarks>
internal sealed class RunRecorder(RunStore store, RunProgress progress)
{
    private readonly List<EpochRecord> _finished = [];
    private bool _told;

    /// <summary>Records what the model was built with, defaults included.</summary>
    public void Start(TrainingPlan plan)
    {
        progress.Run = progress.Run with { Hyperparameters = plan.Hyperparameters };
        if (!plan.Hyperparameters.IsEmpty) Guarded(() => store.SetHyperparameters(progress.Run.Id, plan.Hyperparameters));
        CatchUp();
    }

    /// <summary>Takes in a finished epoch.</summary>
    public void Take(EpochRecord epoch) => _finished.Add(epoch);

    /// <summary>Appends the epochs taken in since the last call.</summary>
    public void Write()
    {
        if (_finished.Count == 0) return;
        Guarded(() => store.AppendEpochs(progress.Run.Id, _finished));
        _finished.Clear();
    }

    /// <summary>Appends what a resumed run's checkpoint knows and the store does not: the kernel was killed between the two.</summary>
    private void CatchUp() => Guarded(() =>
    {
        var stored = store.Epochs(progress.Run.Id).Select(epoch => epoch.Epoch).ToHashSet();
        store.AppendEpochs(progress.Run.Id, [.. progress.Epochs.Where(epoch => !stored.Contains(epoch.Epoch))]);
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
