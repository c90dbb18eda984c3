using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Kiln.Training;

/// <summary>The loss of every single example of a split, and the answers for them.</summary>
/// <param name="Rows">(N) rows of the data set.</param>
/// <param name="Losses">(N) the task's default loss of each.</param>
/// <param name="Answers">(N) the likeliest class of each; empty where there are no classes.</param>
/// <param name="Truths">(N) the true class of each; empty where there are no classes.</param>
internal sealed record ExampleLosses(long[] Rows, float[] Losses, long[] Answers, long[] Truths)
{
    private const int BatchSize = 500;

    public static ExampleLosses Of(TrainedModel model, DataSplit split, CancellationToken cancellationToken)
    {
        using var inference = new InferenceScope(model.Module);
        List<float> losses = [];
        List<long> answers = [], truths = [];
        Tensor rows = tensor(split.Indices.ToArray());
        for (int start = 0; start < split.Count; start += BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            Batch batch = model.Data.Gather(rows.narrow(0, start, Math.Min(BatchSize, split.Count - start)));
            Tensor output = model.Module.call(batch.Inputs);
            losses.AddRange(Each(model.Task, output, batch).to(ScalarType.Float32).contiguous().data<float>());
            if (model.Task.Targets != TargetKind.Class) continue;
            answers.AddRange(output.argmax(1).data<long>());
            truths.AddRange(batch.Targets.contiguous().data<long>());
        }
        return new ExampleLosses([.. split.Indices], [.. losses], [.. answers], [.. truths]);
    }

    /// <summary>(N) the mean loss within each example.</summary>
    private static Tensor Each(LearningTask task, Tensor output, Batch batch)
    {
        Tensor targets = task.TargetsOf(batch);
        if (task.Targets is null && !output.shape.SequenceEqual(targets.shape))
        {
            throw new ArgumentException($"Examples: expected a model that gives back its input {ShapeText.OfBatch(targets.shape[1..])}, got {ShapeText.OfBatch(output.shape[1..])}, "
                + "so no example is better than another. Call its module with a batch instead.");
        }
        return task.Targets switch
        {
            TargetKind.Class => cross_entropy(output, targets, reduction: nn.Reduction.None),
            TargetKind.Tokens => cross_entropy(output.reshape(-1, output.shape[^1]), targets.flatten(), reduction: nn.Reduction.None).reshape(targets.shape).mean([1]),
            TargetKind.Labels => binary_cross_entropy_with_logits(output, targets, reduction: nn.Reduction.None).mean([1]),
            _ => (output - targets).square().flatten(1).mean([1]),
        };
    }
}
