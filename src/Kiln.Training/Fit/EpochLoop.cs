using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>What came of one pass over the training split.</summary>
/// <param name="Score">Means over the epoch's batches; null if it did not get to its end.</param>
/// <param name="Diverged">Why the loss is not finite, in words; null if it is.</param>
/// <param name="Seconds">Time it took.</param>
internal sealed record EpochPass(Score? Score, string? Diverged, double Seconds);

/// <summary>The tight loop: gather, forward, loss, backward, step. One dispose scope per batch, one value read per batch.</summary>
internal sealed class EpochLoop(
    TrainingJob job, Objective objective, nn.Module<Tensor, Tensor> module, OptimizerHelper optimizer, EpochWatch watch)
{
    private readonly BatchFeed _feed = new(job.Data, job.Options.Batch, job.Options.Seed);

    public BatchPlan Batches => _feed.Plan;

    /// <summary>Fits one epoch.</summary>
    public EpochPass Run(int epoch)
    {
        TimeSpan start = watch.Clock.Elapsed;
        using var scope = NewDisposeScope();
        module.train();
        EpochBatches batches = _feed.Epoch(epoch);
        Meters meters = objective.StartFirstMeter();
        double lossSum = 0;
        for (int batch = 0; batch < Batches.Count; batch++)
        {
            if (watch.Stop.MustStop()) return new EpochPass(null, null, 0);
            using var batchScope = NewDisposeScope();
            Batch examples = batches.Next()!;
            float loss = Step(examples, meters);
            if (!float.IsFinite(loss))
                return new EpochPass(null, WhyNotFinite(loss, epoch, batch, examples.Inputs), 0);
            lossSum += (double)loss * Batches.SizeOf(batch);
            watch.Events.Offer(new BatchEnded((long)(epoch - 1) * Batches.Count + batch, epoch, batch, loss, watch.Clock.Elapsed));
        }
        var score = new Score(lossSum / Batches.Examples, meters.Values());
        return new EpochPass(score, null, (watch.Clock.Elapsed - start).TotalSeconds);
    }

    private float Step(Batch batch, Meters meters)
    {
        optimizer.zero_grad();
        Tensor output = module.call(batch.Inputs);
        Tensor loss = objective.Loss(output, batch);
        float value = loss.item<float>();
        if (!float.IsFinite(value)) return value;
        loss.backward();
        optimizer.step();
        meters.Add(output, batch.Targets);
        return value;
    }

    private string WhyNotFinite(float loss, int epoch, int batch, Tensor inputs) =>
        FormattableString.Invariant($"The loss became {loss} in epoch {epoch}, batch {batch + 1}: {NonFiniteSource.Find(module, inputs)} ")
        + FormattableString.Invariant($"Lower the learning rate (it is {job.Options.Lr}) or check the inputs.");
}

/// <summary>Whom an epoch tells of its batches, and who may end it.</summary>
internal sealed record EpochWatch(EventSink Events, StopCheck Stop, RunClock Clock);
