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
    private readonly StepCollector _steps = new();
    private readonly RunOutage _outage = new(store, progress);
    private bool _isBegun;
    private long? _failedAt;

    /// <summary>Whether nothing more is written: the run is another process's now.</summary>
    public bool IsOff { get; set; }

    /// <summary>Records what the model was built with, defaults included.</summary>
    public void Start(TrainingPlan plan)
    {
        progress.Run = progress.Run with { Hyperparameters = plan.Hyperparameters };
        Try(Begin);
    }

    /// <summary>Takes in a finished epoch.</summary>
    public void Take(EpochRecord epoch) => _finished.Add(epoch);

    /// <summary>Takes in a batch.</summary>
    public void Take(BatchEnded batch) => _steps.Take(batch);

    /// <summary>Appends the epochs taken in since the last call.</summary>
    public void Write()
    {
        if (_finished.Count == 0 || IsOff) return;
        var steps = _steps.UpTo(_finished[^1].Epoch);
        if (!IsDue || !Try(() => Append(_finished, steps))) _outage.Keep(_finished, steps);
        _finished.Clear();
    }

    /// <summary>Closes the row with the result.</summary>
    public void Finish(TrainingResult result)
    {
        progress.Run = progress.Run with
        {
            Status = StatusOf(result),
            StatusReason = result.Reason,
            Metrics = result.Metrics.ToImmutableSortedDictionary(),
            BestEpoch = result.BestEpoch,
        };
        if (IsOff) return;
        // Also of an epoch that was not finished.
        var steps = _steps.UpTo(int.MaxValue);
        var files = Weights();
        if (!Try(() => Close(progress.Run, steps, files))) _outage.KeepEnd(steps, files);
    }

    private bool IsDue => _failedAt is not { } at || time.GetElapsedTime(at) >= Pause;

    private void Append(IReadOnlyList<EpochRecord> epochs, StepCurve steps)
    {
        Begin();
        var (kept, keptSteps) = (_outage.Epochs, _outage.Steps);
        if (kept.Count + epochs.Count > 0 || !steps.Points.IsEmpty || !keptSteps.Points.IsEmpty)
            store.AppendEpochs(progress.Run.Id, [.. kept, .. epochs], StepCurve.Join(keptSteps, steps));
    }

    private void Close(RunRecord run, StepCurve steps, IReadOnlyList<string> files)
    {
        Append([], steps);
        // Its study says what a trial that stopped early counts for. Until then it is under way: a stopped one would be another worker's to take up.
        if (run is not { Status: RunStatus.Stopped, Study: not null })
            store.Finish(run.Id, run.Status, run.StatusReason, run.Metrics, run.BestEpoch);
        foreach (var file in files) store.AddArtefact(run.Id, file);
    }

    private string[] Weights()
    {
        var folder = store.RunFolder(progress.Run.Id);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.safetensors") : [];
    }

    /// <summary>What stands at a run's begin, as soon as the store takes it: also what a resumed run's checkpoint knows and the store does not.</summary>
    private void Begin()
    {
        if (_isBegun) return;
        if (!progress.Run.Hyperparameters.IsEmpty) store.SetHyperparameters(progress.Run.Id, progress.Run.Hyperparameters);
        var stored = store.Epochs(progress.Run.Id).Select(epoch => epoch.Epoch).ToHashSet();
        var before = progress.Plan?.FirstEpoch ?? 1;
        store.AppendEpochs(progress.Run.Id, [.. progress.Epochs.Where(epoch => epoch.Epoch < before && !stored.Contains(epoch.Epoch))]);
        _isBegun = true;
    }

    private bool Try(Action write)
    {
        try
        {
            write();
            _failedAt = null;
            _outage.End();
            return true;
        }
        // Somebody may have removed the run for good, too.
        catch (Exception problem) when (problem is RunStoreException or RunNotFoundException)
        {
            _failedAt = time.GetTimestamp();
            _outage.Begin(problem.Message);
            return false;
        }
    }

    private static RunStatus StatusOf(TrainingResult result) => result.Outcome switch
    {
        TrainingOutcome.Stopped when result.StoppedBy == StopReason.Pruned => RunStatus.Pruned,
        TrainingOutcome.Finished => RunStatus.Finished,
        TrainingOutcome.Stopped => RunStatus.Stopped,
        _ => RunStatus.Failed,
    };
}
