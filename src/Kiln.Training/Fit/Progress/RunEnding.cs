using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>How a run ends: the kept weights go back into the module, and what is known is summed up.</summary>
internal sealed class RunEnding(FitContext fit, RunState state)
{
    /// <summary>What was trained; null until the model is built.</summary>
    public Learner? Learner { get; set; }

    /// <summary>Time spent on fitting, without evaluation.</summary>
    public double FitSeconds { get; set; }

    /// <summary>Examples fitted in that time.</summary>
    public long FitExamples { get; set; }

    public TrainingResult Of(TrainingOutcome outcome, string? reason)
    {
        Learner?.Finish(state.Kept);
        return new TrainingResult
        {
            Outcome = outcome,
            Reason = reason,
            BestEpoch = state.BestEpoch,
            KeptEpoch = state.Kept?.Epoch,
            Metrics = state.KeptEpoch?.Metrics ?? ImmutableSortedDictionary<string, double>.Empty,
            Epochs = [.. state.Epochs],
            Module = Learner?.Module,
            Elapsed = fit.Clock.Elapsed,
            ExamplesPerSecond = FitSeconds > 0 ? FitExamples / FitSeconds : 0,
        };
    }

    /// <summary>The end of a run that was asked to stop; one whose time is up is still measured.</summary>
    public TrainingResult Stopped(Evaluator evaluator)
    {
        bool diverged = fit.Stop.Reason == StopReason.Diverged;
        TrainingResult result = Of(diverged ? TrainingOutcome.Diverged : TrainingOutcome.Stopped, fit.Stop.Text) with { StoppedBy = fit.Stop.Reason };
        return fit.Stop.Reason == StopReason.TimeLimit ? Measured(result, evaluator) : result;
    }

    /// <summary>Adds the test metrics of the kept weights.</summary>
    public TrainingResult Measured(TrainingResult result, Evaluator evaluator)
    {
        if (!fit.Job.EvaluateTest || fit.Data.Test.Count == 0 || result.KeptEpoch is null) return result;
        if (evaluator.Measure(Learner!.Module, fit.Data.Test, stoppable: result.StoppedBy is null) is not { } test)
            return Of(TrainingOutcome.Stopped, fit.Stop.Text) with { StoppedBy = fit.Stop.Reason };
        var metrics = result.Metrics.ToBuilder();
        EpochMetrics.Add(metrics, "test", test);
        return result with { Metrics = metrics.ToImmutable(), Elapsed = fit.Clock.Elapsed };
    }

    /// <summary>The end of a run in which something threw.</summary>
    public TrainingResult Failed(Exception problem) => Of(TrainingOutcome.Failed, ReasonOf(problem)) with { Exception = problem };

    private string ReasonOf(Exception problem)
    {
        if (problem is ModelException or CheckpointException or TrainingException) return problem.Message;
        string where = FormattableString.Invariant($"Model '{fit.Job.Model.Name}' failed in epoch {state.LastEpoch + 1}: {UserError.Text(problem)}");
        return where + MemoryError.Remedy(problem, fit.Options);
    }
}
