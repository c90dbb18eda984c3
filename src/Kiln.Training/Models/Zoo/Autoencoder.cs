using static Kiln.Training.Layers;

namespace Kiln.Training;

/// <content>Networks that restore their input.</content>
public static partial class Zoo
{
    /// <summary>Squeezes an example through <c>code</c> (16) numbers and restores it, with <c>hidden</c> (128) neurons on either side. For the task autoencoding.</summary>
    /// <param name="name">The name of the definition.</param>
    public static ModelDefinition Autoencoder(string name = "autoencoder") => Of(name, (hp, inputShape, outputs, vocabulary) =>
    {
        int hidden = hp.Int("hidden", 16, 512, @default: 128);
        return
        [
            Flatten(), Linear(hidden), ReLU(), Linear(hp.Int("code", 2, 128, @default: 16)),
            ReLU(), Linear(hidden), ReLU(), Linear(inputShape.Aggregate((a, b) => a * b)), ReshapeTo(inputShape),
        ];
    });

    /// <summary>A <see cref="Kiln.Training.Vae"/> with a <c>code</c> of 8 numbers and <c>hidden</c> (128) neurons on either side.</summary>
    /// <param name="name">The name of the definition.</param>
    public static ModelDefinition Vae(string name = "vae") => OfModule(name, (hp, inputShape) =>
        new Vae(inputShape, hp.Int("code", 2, 64, @default: 8), hp.Int("hidden", 16, 512, @default: 128), hp.Float("beta", 0.1, 10, @default: 1)));

    /// <summary>A <see cref="Kiln.Training.Gan"/> with <c>noise</c> of 16 numbers and <c>hidden</c> (128) neurons on either side.</summary>
    /// <param name="name">The name of the definition.</param>
    public static ModelDefinition Gan(string name = "gan") => OfModule(name, (hp, inputShape) =>
        new Gan(inputShape, hp.Int("noise", 2, 128, @default: 16), hp.Int("hidden", 16, 512, @default: 128)));
}
