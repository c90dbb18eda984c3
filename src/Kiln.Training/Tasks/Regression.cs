namespace Kiln.Training;

/// <summary>M numbers for each example; outputs are (N, M).</summary>
internal sealed class Regression() : LearningTask("regression", TargetKind.Numbers, ["mse", "mae", "huber"], "rmse")
{
    public override long OutputsFor(DataSet data) => data.TargetNames.Length;

    internal override void RequireOutput(long[] outputShape, string lastLayer, long[] inputShape, long outputs)
    {
        if (outputShape.Length == 1 && outputShape[0] == outputs) return;
        throw Misfit($"(N, {outputs}), {(outputs == 1 ? "the number to predict" : "one value per column to predict")}", outputShape, lastLayer,
            $"End the model with Linear(outputs){(outputShape.Length > 1 ? " after Flatten()" : "")}.");
    }
}
