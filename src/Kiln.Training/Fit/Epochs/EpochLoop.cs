using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>What came of one pass over the training split.</summary>
/// <param name="Score">Means over the epoch's batches; null if it did not get to its end.</param>
/// <param name="Diverged">Why the loss is not finite, in words; null if it is.</param>
/// <param name="Seconds">Time it took.</param>
internal sealed record EpochPass(Score? Score, string? Diverged, double Seconds)
{
    /// <summary>Means of the losses that the module computes itself, by name.</summary>
    public ImmutableArray<KeyValuePair<string, double>> Parts { get; init; } = [];

    /// <summary>Loss of the first batch.</summary>
    public double FirstLoss { get; init; }

    /// <summary>Learning rate of the last step.</summary>
    public double Lr { get; init; }

    /// <summary>Measured at the last step.</summary>
    public StepGauge? Gauge { get; init; }
}

/// <summary>The tight loop: gather, forward, loss, backward, step. One dispose scope per batch, one value read per batch.</summary>
internal sealed class EpochLoop
{
    private readonly FitContext _fit;
    private readonly Learner _learner;
    private readonly BatchFeed _feed;
    private readonly StepPlan _plan;
    private readonly BatchStep _step;
    private readonly Pace _pace;

    public EpochLoop(FitContext fit, Learner learner, BatchFeed feed)
    {
        (_fit, _learner, _feed) = (fit, learner, feed);
        _plan = new StepPlan(feed.Plan, fit.Options.Accumulate);
        _step = learner.StepBy(fit.Objective, _plan);
        _pace = new Pace(fit.Options.PlannedRates, new SchedulePlan(fit.Options.Lr, _plan.Steps, fit.Options.Epochs), learner.Updates);
    }

    public BatchPlan Batches => _feed.Plan;

    /// <summary>Fits one epoch.</summary>
    /// <param name="epoch">Epoch, counted from 1.</param>
    /// <param name="losses">The losses that the finished epochs are judged by, for the schedule.</param>
    public EpochPass Run(int epoch, IReadOnlyList<double> losses)
    {
        TimeSpan start = _fit.Clock.Elapsed;
        using var scope = NewDisposeScope();
        _learner.BeginEpoch();
        _pace.BeginEpoch(epoch, losses);
        _step.BeginEpoch();
        EpochBatches batches = _feed.Epoch(epoch);
        Meters meters = _fit.Objective.StartFirstMeter(_learner.Module);
        var outputs = new OutputBuffer(meters);
        var gauge = new StepGauge();
        double lossSum = 0, first = 0;
        for (int batch = 0; batch < Batches.Count; batch++)
        {
            if (_fit.Stop.MustStop()) return new EpochPass(null, null, 0);
            using var batchScope = NewDisposeScope();
            Batch examples = batches.Next()!;
            double loss = Take(examples, epoch, batch, outputs, gauge);
            if (!double.IsFinite(loss)) return new EpochPass(null, WhyNotFinite(loss, epoch, batch, examples), 0);
            if (batch == 0) first = loss;
            lossSum += loss * Batches.SizeOf(batch);
            _fit.Events.Offer(new BatchEnded((long)(epoch - 1) * Batches.Count + batch, epoch, batch, loss, _fit.Clock.Elapsed)
            {
                Lr = _pace.Lr,
                GradientNorm = _plan.Ends(batch) ? _learner.GradientNorm : double.NaN,
            });
        }
        outputs.Flush();
        return new EpochPass(new Score(lossSum / Batches.Examples, meters.Values()), null, (_fit.Clock.Elapsed - start).TotalSeconds)
        {
            Parts = [.. _step.Parts.Zip(_step.PartSums, (name, sum) => KeyValuePair.Create(name, sum / Batches.Examples))],
            FirstLoss = first,
            Lr = _pace.Lr,
            Gauge = gauge,
        };
    }

    private double Take(Batch examples, int epoch, int batch, OutputBuffer outputs, StepGauge gauge)
    {
        long step = (long)(epoch - 1) * _plan.Steps + _plan.StepOf(batch);
        if (_plan.Begins(batch)) _pace.BeginStep(step);
        StepResult result = _step.Take(examples, batch, batch == Batches.Count - 1 ? gauge : null);
        if (!double.IsFinite(result.Loss)) return result.Loss;
        if (result.Output is { } output) outputs.Add(output, examples.Targets);
        if (_plan.Ends(batch)) _learner.EndStep(step);
        return result.Loss;
    }

    private string WhyNotFinite(double loss, int epoch, int batch, Batch examples) =>
        FormattableString.Invariant($"The loss became {loss} in epoch {epoch}, batch {batch + 1}: {NonFiniteSource.Find(_learner.Module, examples.Inputs)} ")
        + FormattableString.Invariant($"Lower the learning rate (it is {_pace.Lr:G4}) or check the inputs.");
}
