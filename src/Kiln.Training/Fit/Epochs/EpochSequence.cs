using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>The epochs of a run, one after the other: fit, measure, write, tell.</summary>
internal sealed class EpochSequence(FitContext fit, RunState state, RunEnding ending, CheckpointWriter checkpoints)
{
    private readonly Learner _learner = ending.Learner!;
    private readonly Evaluator _evaluator = new(fit.Data, fit.Objective, fit.Stop);

    public TrainingResult Run(EpochLoop loop)
    {
        string? early = EarlyStop.Reason(fit.Options, state);
        for (int epoch = state.LastEpoch + 1; epoch <= fit.Options.Epochs && early is null; epoch++)
        {
            if (Prune() is { } pruned) return pruned;
            EpochPass pass = loop.Run(epoch, state.Losses);
            if (pass.Diverged is { } why) return ending.Of(TrainingOutcome.Diverged, why);
            if (pass.Score is null || !End(epoch, pass, loop.Batches.Examples, out string? diverged)) return ending.Stopped(_evaluator);
            if (diverged is not null) return ending.Of(TrainingOutcome.Diverged, diverged);
            if (epoch == 1 && FirstEpochHint.Of(pass) is { } grown) fit.Events.Write(grown);
            early = EarlyStop.Reason(fit.Options, state);
        }
        return ending.Measured(ending.Of(TrainingOutcome.Finished, early), _evaluator);
    }

    private TrainingResult? Prune()
    {
        if (state.Epochs.Count == 0 || fit.Job.WhyPruned?.Invoke(state.Epochs) is not { } why) return null;
        bool isWhy = fit.Stop.Prune();
        TrainingResult stopped = ending.Stopped(_evaluator);
        return isWhy ? stopped with { Reason = why } : stopped;
    }

    /// <summary>Measures and records an epoch.</summary>
    /// <returns>False when asked to stop before that was done.</returns>
    private bool End(int epoch, EpochPass pass, int examples, out string? diverged)
    {
        diverged = null;
        WeightSnapshot weights;
        Score? validation = null;
        using (_learner.WithFinalWeights())
        {
            if (fit.Data.Validation.Count > 0)
            {
                validation = _evaluator.Measure(_learner.Module, fit.Data.Validation);
                if (validation is null) return false;
                if (!double.IsFinite(validation.Loss)) diverged = WhyNotFinite(validation.Loss, epoch, pass.Lr);
                if (diverged is not null) return true;
            }
            weights = WeightSnapshot.Of(_learner.Module, epoch);
        }
        ending.FitSeconds += pass.Seconds;
        ending.FitExamples += examples;
        Record(weights, EpochMetrics.Of(pass, validation, examples));
        return true;
    }

    private void Record(WeightSnapshot weights, ImmutableSortedDictionary<string, double> metrics)
    {
        bool isBest = state.IsBest(metrics);
        var ended = new EpochEnded(weights.Epoch, metrics, isBest, false, fit.Clock.Elapsed);
        ended = ended with { CheckpointWritten = checkpoints.Write(weights, state.Epochs, ended) };
        state.Take(weights, isBest);
        state.Add(ended);
        fit.Events.Write(ended);
    }

    private static string WhyNotFinite(double loss, int epoch, double lr) => FormattableString.Invariant(
        $"The validation loss became {loss} after epoch {epoch}. Lower the learning rate (it is {lr:G4}) or check the inputs.");
}
