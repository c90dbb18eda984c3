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
    TrainingJob job, nn.Module<Tensor, Tensor> module, OptimizerHelper optimizer, EventSink events, StopCheck stop, RunClock clock)
{
    private readonly long[] _train = [.. job.Data.Train.Indices];

    public BatchPlan Batches { get; } = new(job.Data.Train.Count, job.Options.Batch);

    /// <summary>Fits one epoch. The order of examples depends on seed and epoch alone, so a resumed run needs no generator state for it.</summary>
    public EpochPass Run(int epoch)
    {
        TimeSpan start = clock.Elapsed;
        using var scope = NewDisposeScope();
        module.train();
        Tensor order = tensor(Shuffler.Permutation(_train, Seeds.ForShuffle(job.Options.Seed, epoch)));
        Tensor correct = zeros(1, ScalarType.Int64);
        double lossSum = 0;
        for (int batch = 0; batch < Batches.Count; batch++)
        {
            if (stop.MustStop()) return new EpochPass(null, null, 0);
            int size = Batches.SizeOf(batch);
            using var batchScope = NewDisposeScope();
            float loss = Step(order.narrow(0, (long)batch * Batches.Size, size), correct, out Tensor inputs);
            if (!float.IsFinite(loss))
                return new EpochPass(null, WhyNotFinite(loss, epoch, batch, inputs), 0);
            lossSum += (double)loss * size;
            events.Offer(new BatchEnded((long)(epoch - 1) * Batches.Count + batch, epoch, batch, loss, clock.Elapsed));
        }
        var score = new Score(lossSum / Batches.Examples, correct.item<long>() / (double)Batches.Examples);
        return new EpochPass(score, null, (clock.Elapsed - start).TotalSeconds);
    }

    private float Step(Tensor rows, Tensor correct, out Tensor inputs)
    {
        inputs = job.Data.Inputs.index_select(0, rows);
        Tensor targets = job.Data.Targets.index_select(0, rows);
        optimizer.zero_grad();
        Tensor output = module.call(inputs);
        Tensor loss = nn.functional.cross_entropy(output, targets);
        float value = loss.item<float>();
        if (!float.IsFinite(value)) return value;
        loss.backward();
        optimizer.step();
        correct.add_(output.argmax(1).eq(targets).sum());
        return value;
    }

    private string WhyNotFinite(float loss, int epoch, int batch, Tensor inputs) =>
        FormattableString.Invariant($"The loss became {loss} in epoch {epoch}, batch {batch + 1}: {NonFiniteSource.Find(module, inputs)} ")
        + FormattableString.Invariant($"Lower the learning rate (it is {job.Options.Lr}) or check the inputs.");
}
