using System.Collections.Immutable;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>Writes one run into the store: the finished epochs at every beat, so that short ones share a transaction.</summary>
/// <remarks>
/// A store that fails in mid-run never ends the training: the user is told once, what is to be recorded is kept in a journal
/// beside the store, and after a while the store is tried again.
/// </remarks>
internal sealed class RunRecorder(RunStore store, RunProgress progress, TimeProvider time)
{
    // A locked store holds a try up for 20 seconds.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly List<EpochRecord> _finished = [];
    private readonly List<EpochRecord> _kept = [];
    private long? _failedAt;

    /// <summary>Records what the model was built with, defaults included.</summary>
    public void Start(TrainingPlan plan)
    {
        progress.Run = progress.Run with { Hyperparameters = plan.Hyperparameters };
        Try(() =>
        {
            if (!plan.Hyperparameters.IsEmpty) store.SetHyperparameters(progress.Run.Id, plan.Hyperparameters);
            CatchUp();
        });
    }

    /// <summary>Takes in a finished epoch.</summary>
    public void Take(EpochRecord epoch) => _finished.Add(epoch);

    /// <summary>Appends the epochs taken in since the last call.</summary>
    public void Write()
    {
        if (_finished.Count == 0) return;
        if (IsDue && Try(() => store.AppendEpochs(progress.Run.Id, [.. _kept, .. _finished]))) Forget();
        else Keep(() => store.Journal(progress.Run, _finished));
        _finished.Clear();
    }

    /// <summary>Closes the row with the result.</summary>
    public void Finish(TrainingResult result)
    {
        progress.Run = progress.Run with
        {
            Status = StatusOf(result.Outcome),
            StatusReason = result.Reason,
            Metrics = result.Metrics.ToImmutableSortedDictionary(),
            BestEpoch = result.BestEpoch,
        };
        if (Try(() => Close(progress.Run))) Forget();
        else Keep(() => store.JournalEnd(progress.Run, _finished));
    }

    private bool IsDue => _failedAt is not { } at || time.GetElapsedTime(at) >= Pause;

    private void Close(RunRecord run)
    {
        if (_kept.Count > 0) store.AppendEpochs(run.Id, _kept);
        store.Finish(run.Id, run.Status, run.StatusReason, run.Metrics, run.BestEpoch);
    }

    /// <summary>Appends what a resumed run's checkpoint knows and the store does not: the kernel was killed between the two.</summary>
    private void CatchUp()
    {
        var stored = store.Epochs(progress.Run.Id).Select(epoch => epoch.Epoch).ToHashSet();
        store.AppendEpochs(progress.Run.Id, [.. progress.Epochs.Where(epoch => !stored.Contains(epoch.Epoch))]);
    }

    private bool Try(Action write)
    {
        try
        {
            write();
            return true;
        }
        // Somebody may have removed the run for good, too.
        catch (Exception problem) when (problem is RunStoreException or RunNotFoundException)
        {
            if (_failedAt is null) progress.AddNote("Training goes on, but the store does not take it: " + problem.Message);
            _failedAt = time.GetTimestamp();
            return false;
        }
    }

    private void Keep(Func<string> write)
    {
        var isFirst = _kept.Count == 0;
        _kept.AddRange(_finished);
        try
        {
            var file = write();
            if (isFirst) progress.AddNote($"What is to be recorded is kept in {file} and taken in when the store works again.");
        }
        catch (RunStoreException problem)
        {
            if (isFirst) progress.AddNote("Nor can it be kept beside the store: " + problem.Message);
        }
    }

    private void Forget()
    {
        if (_kept.Count == 0) return;
        _kept.Clear();
        _failedAt = null;
        store.DiscardJournal(progress.Run.Id);
        progress.AddNote("The store works again and has all epochs.");
    }

    private static RunStatus StatusOf(TrainingOutcome outcome) => outcome switch
    {
        TrainingOutcome.Finished => RunStatus.Finished,
        TrainingOutcome.Stopped => RunStatus.Stopped,
        _ => RunStatus.Failed,
    };
}
