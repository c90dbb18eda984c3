using System.Collections.Immutable;

namespace Kiln.Charts.Png;

/// <summary>What counts in a picture, as a picture: the pixels dimmed and grey, and over them a glow where they matter.</summary>
internal static class SaliencyPicture
{
    private static readonly (int Red, int Green, int Blue) Glow = (255, 150, 20);

    public static GridImage Of(GridImage image)
    {
        var pixels = ImmutableArray.CreateBuilder<byte>(image.Width * image.Height * 3);
        for (var i = 0; i < image.Width * image.Height; i++)
        {
            var (grey, share) = (.45 * Grey(image, i), image.Saliency[i] / 255.0);
            pixels.Add(Mixed(grey, Glow.Red, share));
            pixels.Add(Mixed(grey, Glow.Green, share));
            pixels.Add(Mixed(grey, Glow.Blue, share));
        }
        return new GridImage(pixels.MoveToImmutable(), image.Width, image.Height, "");
    }

    private static double Grey(GridImage image, int index) => image.IsColor
        ? .3 * image.Pixels[3 * index] + .59 * image.Pixels[3 * index + 1] + .11 * image.Pixels[3 * index + 2]
        : image.Pixels[index];

    private static byte Mixed(double ground, int glow, double share) => (byte)Math.Round(ground * (1 - share) + glow * share);
}
