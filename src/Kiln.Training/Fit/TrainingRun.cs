using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>One run, from building the model to the result; everything here happens on the run's own thread.</summary>
internal sealed class TrainingRun(TrainingJob job, Objective objective, EventSink events, StopCheck stop, RunClock clock)
{
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly RunState _state = new(keepBest: job.Options.Keep == "best", new BestRule(objective.Metrics.FirstOrDefault()));
    private readonly int _threads = FitThreads.Count(job.Options.Threads);
    private nn.Module<Tensor, Tensor>? _module;
    private double _fitSeconds;
    private long _fitExamples;

    /// <summary>Runs to the end; whatever goes wrong becomes part of the result.</summary>
    public TrainingResult Execute()
    {
        TrainingResult result = WaitForTurn() ? Guarded(TakeTurn) : Ended(TrainingOutcome.Stopped, stop.Text) with { StoppedBy = stop.Reason };
        _state.Dispose();
        events.Write(new RunEnded(result));
        events.Close();
        return result;
    }

    private bool WaitForTurn()
    {
        while (!Turn.Wait(TimeSpan.FromMilliseconds(20)))
        {
            if (stop.MustStop()) return false;
        }
        return true;
    }

    private TrainingResult TakeTurn()
    {
        try
        {
            clock.Start();
            set_num_threads(_threads);
            using var random = new RandomState();
            return Guarded(Train);
        }
        finally
        {
            Turn.Release();
        }
    }

    private TrainingResult Guarded(Func<TrainingResult> train)
    {
        try
        {
            return train();
        }
        catch (Exception problem)
        {
            return Ended(TrainingOutcome.Failed, ReasonOf(problem)) with { Exception = problem };
        }
    }

    private string ReasonOf(Exception problem) => problem is ModelException or CheckpointException
        ? problem.Message
        : $"Model '{job.Model.Name}' failed in epoch {_state.LastEpoch + 1}: {UserError.Text(problem)}";

    private TrainingResult Train()
    {
        BuiltModel built = ModelBuilder.Build(job.Model, TaskShape.Of(job.Data, objective.Task), job.Hyperparameters, job.Options.Seed);
        _module = built.Module;
        RunIdentity identity = RunIdentity.Of(job, built.Hyperparameters);
        using OptimizerHelper optimizer = Optimizers.Find(job.Options.Optimizer).Create(_module.parameters(), job.Options);
        CheckpointFolder? folder = job.CheckpointFolder is { } path ? new CheckpointFolder(path) : null;
        var checkpoints = new CheckpointWriter(folder, identity, _threads, optimizer, events);
        manual_seed(Seeds.ForModel(job.Options.Seed));
        Begin(folder, checkpoints, identity, optimizer);
        var loop = new EpochLoop(job, objective, _module, optimizer, new EpochWatch(events, stop, clock));
        events.Write(new RunStarted(new TrainingPlan(
            job.Options.Epochs, loop.Batches.Count, _state.LastEpoch + 1, built.Summary, identity.Hyperparameters, _threads, [.. _state.Epochs])));
        return FitEpochs(loop, checkpoints);
    }

    private void Begin(CheckpointFolder? folder, CheckpointWriter checkpoints, RunIdentity identity, OptimizerHelper optimizer)
    {
        if (job.Resume && folder is { Exists: true })
        {
            bool keepBest = job.Options.Keep == "best";
            clock.Before = new ResumedRun(folder, identity, events).Restore(_module!, optimizer, _state, keepBest, _threads);
            // The process may have been killed after last/ and before best.safetensors.
            if (_state.Kept is { } kept && kept.Epoch == _state.LastEpoch && kept.Epoch == _state.BestEpoch) checkpoints.WriteBest(kept);
            return;
        }
        if (job.Resume)
            events.Write(new TrainingWarning($"There is no checkpoint in {job.CheckpointFolder ?? "memory"} yet: the run starts at epoch 1."));
        checkpoints.Clear();
    }

    private TrainingResult FitEpochs(EpochLoop loop, CheckpointWriter checkpoints)
    {
        var evaluator = new Evaluator(job.Data, objective, stop);
        for (int epoch = _state.LastEpoch + 1; epoch <= job.Options.Epochs; epoch++)
        {
            EpochPass pass = loop.Run(epoch);
            if (pass.Diverged is { } why) return Ended(TrainingOutcome.Diverged, why);
            if (pass.Score is not { } train) return Stopped(evaluator);
            bool hasValidation = job.Data.Validation.Count > 0;
            Score? validation = hasValidation ? evaluator.Measure(_module!, job.Data.Validation) : null;
            if (hasValidation && validation is null) return Stopped(evaluator);
            if (validation is { } score && !double.IsFinite(score.Loss))
                return Ended(TrainingOutcome.Diverged, WhyNotFinite(score.Loss, epoch));
            _fitSeconds += pass.Seconds;
            _fitExamples += loop.Batches.Examples;
            EndEpoch(epoch, MetricsOf(train, validation, loop.Batches.Examples / pass.Seconds), checkpoints);
        }
        return Measured(Ended(TrainingOutcome.Finished, null), evaluator);
    }

    private void EndEpoch(int epoch, ImmutableSortedDictionary<string, double> metrics, CheckpointWriter checkpoints)
    {
        bool isBest = _state.IsBest(metrics);
        var weights = WeightSnapshot.Of(_module!, epoch);
        var ended = new EpochEnded(epoch, metrics, isBest, false, clock.Elapsed);
        ended = ended with { CheckpointWritten = checkpoints.Write(weights, _state.Epochs, ended) };
        _state.Take(weights, isBest);
        _state.Add(ended);
        events.Write(ended);
    }

    private ImmutableSortedDictionary<string, double> MetricsOf(Score train, Score? validation, double examplesPerSecond)
    {
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        Add(metrics, "train", train);
        if (validation is not null) Add(metrics, "val", validation);
        metrics[MetricNames.Lr] = job.Options.Lr;
        metrics[MetricNames.ExamplesPerSecond] = examplesPerSecond;
        return metrics.ToImmutable();
    }

    private static void Add(ImmutableSortedDictionary<string, double>.Builder metrics, string split, Score score)
    {
        metrics[MetricNames.Of(split, "loss")] = score.Loss;
        foreach ((string name, double value) in score.Metrics) metrics[MetricNames.Of(split, name)] = value;
    }

    private TrainingResult Stopped(Evaluator evaluator)
    {
        bool diverged = stop.Reason == StopReason.Diverged;
        TrainingResult result = Ended(diverged ? TrainingOutcome.Diverged : TrainingOutcome.Stopped, stop.Text) with { StoppedBy = stop.Reason };
        return stop.Reason == StopReason.TimeLimit ? Measured(result, evaluator) : result;
    }

    /// <summary>Puts the kept weights back and sums up what is known.</summary>
    private TrainingResult Ended(TrainingOutcome outcome, string? reason)
    {
        if (_module is not null) _state.Kept?.CopyTo(_module);
        _module?.eval();
        return new TrainingResult
        {
            Outcome = outcome,
            Reason = reason,
            BestEpoch = _state.BestEpoch,
            KeptEpoch = _state.Kept?.Epoch,
            Metrics = _state.KeptEpoch?.Metrics ?? ImmutableSortedDictionary<string, double>.Empty,
            Epochs = [.. _state.Epochs],
            Module = _module,
            Elapsed = clock.Elapsed,
            ExamplesPerSecond = _fitSeconds > 0 ? _fitExamples / _fitSeconds : 0,
        };
    }

    /// <summary>Adds the test metrics of the kept weights.</summary>
    private TrainingResult Measured(TrainingResult result, Evaluator evaluator)
    {
        if (!job.EvaluateTest || job.Data.Test.Count == 0 || result.KeptEpoch is null) return result;
        if (evaluator.Measure(_module!, job.Data.Test, stoppable: result.StoppedBy is null) is not { } test)
            return Ended(TrainingOutcome.Stopped, stop.Text) with { StoppedBy = stop.Reason };
        var metrics = result.Metrics.ToBuilder();
        Add(metrics, "test", test);
        return result with { Metrics = metrics.ToImmutable(), Elapsed = clock.Elapsed };
    }

    private string WhyNotFinite(double loss, int epoch) => FormattableString.Invariant(
        $"The validation loss became {loss} after epoch {epoch}. Lower the learning rate (it is {job.Options.Lr}) or check the inputs.");
}
