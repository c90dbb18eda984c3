using System.Globalization;
using Kiln.Runs;

namespace Kiln.Search;

public sealed partial class Study
{
    // Trials whose last answer was yes, with the report it was about.
    private readonly Dictionary<int, IntermediateValue> _condemned = [];

    /// <summary>Takes in what a trial has reached on its way; a pruner and the study's charts look at it.</summary>
    /// <param name="trial">The trial, under way here.</param>
    /// <param name="step">How much of its resource it has used (epochs, folds, batches), from 1; above that of the report before.</param>
    /// <param name="value">Value of the study's metric there; NaN counts as worse than any number.</param>
    /// <param name="isRecorded">Whether the store has it already, as an epoch of the trial's run; default false.</param>
    /// <exception cref="ArgumentException">The trial is not under way here, or the step does not rise.</exception>
    /// <exception cref="RunStoreException">The store cannot be written.</exception>
    public void Report(Trial trial, int step, double value, bool isRecorded = false)
    {
        lock (_gate)
        {
            CheckUnderWay(trial);
            var own = _curves.Own(trial.Number);
            // A trial that was taken up goes over its last steps again, where its checkpoint is older than its last report.
            if (trial.IsTakenUp) own.RemoveAll(report => report.Step >= step);
            if (step < 1 || own is [.., var last] && step <= last.Step)
                throw new ArgumentException($"Study '{Definition.Name}': trial {trial.Number} reported step {step}{(own.Count > 0 ? $" after step {own[^1].Step}" : "")}. Steps count from 1 and rise.", nameof(step));
            var report = new IntermediateValue(step, value);
            own.Add(report);
            _condemned.Remove(trial.Number);
            if (!isRecorded) _log.Report(_trials[trial.Number], report);
        }
    }

    /// <summary>Asks the study's pruner about a trial, after its last report.</summary>
    /// <param name="trial">The trial, under way here.</param>
    /// <returns>True when the rest of it is not worth its time: end it, and tell by <see cref="Prune"/>. False where the study has no pruner.</returns>
    /// <exception cref="ArgumentException">The trial is not under way here.</exception>
    /// <exception cref="RunStoreException">The store cannot be read.</exception>
    public bool ShouldPrune(Trial trial)
    {
        lock (_gate)
        {
            CheckUnderWay(trial);
            var own = _curves.Own(trial.Number);
            if (Definition.Pruner is not { } pruner || own.Count == 0) return false;
            TakeInOthers();
            var state = new PruningState(trial.Number, [.. own])
            {
                Goal = Definition.Goal,
                Seed = Definition.Seed,
                Others = _curves.Others(_trials.All, trial.Number),
                MaxSteps = Definition.MaxSteps,
            };
            if (!pruner.ShouldPrune(state)) return false;
            _condemned[trial.Number] = own[^1];
            return true;
        }
    }

    /// <summary>Records that a trial was ended early because others do better; it is no failure, and what it reported stays.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="reason">Why, in words; default: pruner, step and value.</param>
    /// <exception cref="ArgumentException">The trial is not under way here.</exception>
    public void Prune(Trial trial, string? reason = null)
    {
        lock (_gate)
        {
            CheckUnderWay(trial);
            var why = reason ?? WhyPruned(_curves.Own(trial.Number));
            Settle(trial, entry => entry with { Status = RunStatus.Pruned, Reason = why });
            _condemned.Remove(trial.Number);
            _failuresInRow = 0;
        }
    }

    /// <summary>Runs all trials that are left with an objective; one that throws is a failed trial.</summary>
    /// <param name="objective">
    /// Value of the metric for a trial. What it returns right after <see cref="Trial.ShouldPrune"/> said yes is not looked at: the trial is pruned.
    /// </param>
    /// <param name="cancellationToken">Stops between trials, and puts the one aside that throws because of it.</param>
    /// <returns>The best trial; null when none has finished.</returns>
    public FinishedTrial? Run(Func<Trial, double> objective, CancellationToken cancellationToken = default)
    {
        while (!cancellationToken.IsCancellationRequested && Ask() is { } trial)
        {
            try
            {
                var value = objective(trial);
                if (_condemned.ContainsKey(trial.Number)) Prune(trial);
                else Tell(trial, value);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                Pause(trial, "interrupted");
            }
            catch (Exception error) when (error is not RunStoreException)
            {
                Fail(trial, $"{error.GetType().Name}: {error.Message}");
            }
        }
        return Best;
    }

    private string WhyPruned(List<IntermediateValue> own)
    {
        var by = Definition.Pruner is { } pruner ? $"{pruner.Name} pruned it" : "pruned";
        if (own.Count == 0) return by;
        var whole = Definition.MaxSteps is { } most ? $" of {most}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{by} at step {own[^1].Step}{whole}, where {Definition.Metric} was {own[^1].Value:0.####}");
    }
}
