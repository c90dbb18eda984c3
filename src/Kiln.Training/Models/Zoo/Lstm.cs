using static Kiln.Training.Layers;

namespace Kiln.Training;

/// <content>Networks that read step by step.</content>
public static partial class Zoo
{
    /// <summary>Reads a sequence, a text or a picture row by row with an LSTM of <c>hidden</c> (64) numbers, and tells its class.</summary>
    /// <param name="name">The name of the definition.</param>
    public static ModelDefinition Lstm(string name = "lstm") => Of(name, (hp, inputShape, outputs, vocabulary) =>
    [
        vocabulary > 0 ? Embedding(hp.Int("embedding", 8, 128, @default: 32)) : Reshape(-1, inputShape.Length == 1 ? 1 : inputShape[^1]),
        LSTM(hp.Int("hidden", 16, 256, @default: 64), hp.Int("layers", 1, 3, @default: 1), last: true),
        Linear(outputs),
    ]);

    /// <summary>Predicts the next token at each step: an embedding of 32, an LSTM of <c>hidden</c> (128) numbers in <c>layers</c> (1).</summary>
    /// <param name="name">The name of the definition.</param>
    public static ModelDefinition CharRnn(string name = "char-rnn") => Of(name, (hp, inputShape, outputs, vocabulary) =>
    [
        Embedding(hp.Int("embedding", 8, 128, @default: 32)),
        LSTM(hp.Int("hidden", 16, 512, @default: 128), hp.Int("layers", 1, 3, @default: 1), dropout: hp.Float("dropout", 0, 0.6, @default: 0)),
        Linear(outputs),
    ]);
}
