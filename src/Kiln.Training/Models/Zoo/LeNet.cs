using static Kiln.Training.Layers;

namespace Kiln.Training;

/// <content>The network that read cheques.</content>
public static partial class Zoo
{
    /// <summary>LeNet-5 with ReLU and maxima: two convolutions of 6 and 16 channels, then 120 and 84 neurons.</summary>
    /// <param name="name">The name of the definition.</param>
    /// <remarks>Source: LeCun et al. 1998, figure 2. Pictures of less than 20 pixels get windows of 3 instead of 5.</remarks>
    public static ModelDefinition LeNet(string name = "lenet") => Of(name, (hp, inputShape, outputs, vocabulary) =>
    {
        bool small = inputShape[^1] < 20;
        int window = small ? 3 : 5;
        return
        [
            Conv2d(6, window, padding: "same"), ReLU(), MaxPool2d(2),
            Conv2d(16, window, padding: small ? "same" : "valid"), ReLU(), MaxPool2d(2),
            Flatten(), Linear(hp.Int("hidden", 32, 256, @default: 120)), ReLU(), Linear(84), ReLU(), Linear(outputs),
        ];
    });
}
