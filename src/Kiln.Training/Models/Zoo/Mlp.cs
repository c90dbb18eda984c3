using static Kiln.Training.Layers;

namespace Kiln.Training;

/// <content>Layers of neurons.</content>
public static partial class Zoo
{
    /// <summary>Linear layers with ReLU between: <c>layers</c> of <c>hidden</c> neurons (2 of 128), with <c>dropout</c> (0).</summary>
    /// <param name="name">The name of the definition.</param>
    public static ModelDefinition Mlp(string name = "mlp") => Of(name, (hp, inputShape, outputs, vocabulary) =>
    [
        Flatten(),
        Repeat(hp.Int("layers", 1, 4, @default: 2),
            Linear(hp.Int("hidden", 8, 512, @default: 128)), ReLU(), Dropout(hp.Float("dropout", 0, 0.6, @default: 0))),
        Linear(outputs),
    ]);
}
