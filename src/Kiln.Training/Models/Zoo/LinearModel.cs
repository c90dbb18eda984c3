using static Kiln.Training.Layers;

namespace Kiln.Training;

/// <content>One linear layer.</content>
public static partial class Zoo
{
    /// <summary>One linear layer on all values of an example: linear regression, or logistic and softmax regression.</summary>
    /// <param name="name">The name of the definition.</param>
    public static ModelDefinition LinearModel(string name = "linear") => Of(name, (hp, inputShape, outputs, vocabulary) =>
    [
        Flatten(), Linear(outputs),
    ]);
}
