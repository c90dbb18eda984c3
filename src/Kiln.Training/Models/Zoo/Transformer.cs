using static Kiln.Training.Layers;

namespace Kiln.Training;

/// <content>Networks of attention.</content>
public static partial class Zoo
{
    /// <summary>
    /// Reads a sequence, a text or a picture row by row: <c>blocks</c> (2) of attention of <c>size</c> (64) numbers a step,
    /// the mean over the steps, and a linear layer to the classes.
    /// </summary>
    /// <param name="name">The name of the definition.</param>
    public static ModelDefinition Transformer(string name = "transformer") => Of(name, (hp, inputShape, outputs, vocabulary) =>
    {
        int size = hp.Choice("size", 64, 32, 128);
        Layer[] vectors = vocabulary > 0 ? [Embedding(size)] : [Reshape(-1, inputShape.Length == 1 ? 1 : inputShape[^1]), Linear(size)];
        return
        [
            .. vectors, PositionalEmbedding(),
            Repeat(hp.Int("blocks", 1, 6, @default: 2), TransformerBlock(hp.Choice("heads", 4, 1, 2, 8), dropout: hp.Float("dropout", 0, 0.6, @default: 0))),
            LayerNorm(), MeanOverSteps(), Linear(outputs),
        ];
    });

    /// <summary>Predicts the next token at each step: <c>blocks</c> (2) of causal attention of <c>size</c> (64) numbers a step.</summary>
    /// <param name="name">The name of the definition.</param>
    /// <remarks>The shape of GPT: Radford et al. 2018 and 2019, normalisation first.</remarks>
    public static ModelDefinition CharTransformer(string name = "char-transformer") => Of(name, (hp, inputShape, outputs, vocabulary) =>
    [
        Embedding(hp.Choice("size", 64, 32, 128)), PositionalEmbedding(),
        Repeat(hp.Int("blocks", 1, 6, @default: 2),
            TransformerBlock(hp.Choice("heads", 4, 1, 2, 8), dropout: hp.Float("dropout", 0, 0.6, @default: 0), causal: true)),
        LayerNorm(), Linear(outputs),
    ]);
}
