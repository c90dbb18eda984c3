namespace Kiln.Training;

/// <summary>Any of K labels for each example, each yes or no; outputs (N, K) are logits.</summary>
internal sealed class MultiLabel() : LearningTask("multi-label", TargetKind.Labels, ["bce"], "accuracy")
{
    public override long OutputsFor(DataSet data) => data.TargetNames.Length;

    internal override void RequireOutput(long[] outputShape, string lastLayer, long[] inputShape, long outputs)
    {
        if (outputShape.Length == 1 && outputShape[0] == outputs) return;
        throw Misfit($"(N, {outputs}), one value per label", outputShape, lastLayer,
            $"End the model with Linear(outputs){(outputShape.Length > 1 ? " after Flatten()" : "")}.");
    }
}
