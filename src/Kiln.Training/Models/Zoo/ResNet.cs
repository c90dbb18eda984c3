using static Kiln.Training.Layers;

namespace Kiln.Training;

/// <content>Deep networks that train, because each block only adds to its input.</content>
public static partial class Zoo
{
    /// <summary>
    /// The residual network for small pictures: three stages of <c>width</c> (16), twice and four times as many channels,
    /// <c>depth</c> 8, 14 or 20 layers.
    /// </summary>
    /// <param name="name">The name of the definition.</param>
    /// <remarks>Source: He et al. 2015, section 4.2, with projections (B) where a stage begins.</remarks>
    public static ModelDefinition ResNet(string name = "resnet") => Of(name, (hp, inputShape, outputs, vocabulary) =>
    {
        int width = hp.Int("width", 4, 64, @default: 16);
        int blocks = (hp.Choice("depth", 8, 14, 20) - 2) / 6;
        Layer[] Block(int channels, int stride) =>
        [
            Residual(
                Conv2d(channels, 3, stride, padding: 1, bias: false), BatchNorm2d(), ReLU(),
                Conv2d(channels, 3, padding: 1, bias: false), BatchNorm2d()),
            ReLU(),
        ];
        Layer Stage(int channels, int stride) =>
            Sequential([.. Block(channels, stride), .. Enumerable.Range(1, blocks - 1).SelectMany(_ => Block(channels, 1))]);
        return [ConvBlock(width), Stage(width, 1), Stage(2 * width, 2), Stage(4 * width, 2), GlobalAvgPool(), Linear(outputs)];
    });
}
