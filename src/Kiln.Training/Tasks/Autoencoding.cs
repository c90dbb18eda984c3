using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The input itself, through a narrow place; outputs have the shape of the inputs.</summary>
internal sealed class Autoencoding() : LearningTask("autoencoding", null, ["mse", "mae", "huber"], null)
{
    public override long OutputsFor(DataSet data) => data.InputShape.Aggregate(1L, (product, size) => product * size);

    internal override bool Fits(DataSet data) => !data.IsTokens;

    internal override void RequireOutput(long[] outputShape, string lastLayer, long[] inputShape, long outputs)
    {
        if (outputShape.SequenceEqual(inputShape)) return;
        throw Misfit($"{ShapeText.OfBatch(inputShape)}, the shape of the input", outputShape, lastLayer,
            "End the model with as many values as an input has (Linear(outputs)), and reshape them like it.");
    }

    internal override Tensor TargetsOf(Batch batch) => batch.Inputs;
}
