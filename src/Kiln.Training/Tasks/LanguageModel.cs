namespace Kiln.Training;

/// <summary>The next of V tokens at each of T steps; outputs (N, T, V) are logits.</summary>
internal sealed class LanguageModel() : LearningTask("language-model", TargetKind.Tokens, ["cross-entropy"], "perplexity")
{
    public override long OutputsFor(DataSet data) => data.TargetNames.Length;

    internal override void RequireOutput(long[] outputShape, string lastLayer, long[] inputShape, long outputs)
    {
        if (outputShape.Length == 2 && outputShape[0] == inputShape[0] && outputShape[1] == outputs) return;
        throw Misfit($"(N, {inputShape[0]}, {outputs}), one value per word of the vocabulary at each step", outputShape, lastLayer,
            "Start the model with Embedding, keep all steps, and end it with Linear(outputs).");
    }
}
