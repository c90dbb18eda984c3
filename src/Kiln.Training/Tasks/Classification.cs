namespace Kiln.Training;

/// <summary>One of K classes for each example; outputs (N, K) are logits.</summary>
internal sealed class Classification() : LearningTask("classification", TargetKind.Class, ["cross-entropy"], "accuracy")
{
    public override long OutputsFor(DataSet data) => data.Classes;

    internal override void RequireOutput(long[] outputShape, string lastLayer, long[] inputShape, long outputs)
    {
        if (outputShape.Length == 1 && outputShape[0] == outputs) return;
        throw Misfit($"(N, {outputs}), one value per class", outputShape, lastLayer,
            $"End the model with Linear(classes){(outputShape.Length > 1 ? " after Flatten()" : "")}.");
    }
}
