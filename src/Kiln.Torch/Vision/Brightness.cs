using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Colours as brightness, in one channel or in three equal ones.</summary>
internal sealed class Brightness
{
    private readonly int _channels;

    public Brightness(int channels)
    {
        if (channels is not (1 or 3)) throw new ArgumentException($"Grayscale: expected 1 or 3 channels, got {channels}.", nameof(channels));
        _channels = channels;
    }

    public Tensor Of(Tensor image)
    {
        ImageTransform.Require("Grayscale", image);
        using var scope = NewDisposeScope();
        var brightness = image.size(-3) switch
        {
            1 => image.alias(),
            3 => Weighted(image),
            var others => throw new ArgumentException($"Grayscale: expected images of 1 or 3 channels, got {others}.", nameof(image)),
        };
        long[] size = [.. brightness.shape];
        size[^3] = _channels;
        return brightness.expand(size).MoveToOuterDisposeScope();
    }

    private static Tensor Weighted(Tensor image)
    {
        var real = image.is_floating_point() ? image : image.to(ScalarType.Float32);
        var (red, green, blue) = (real.narrow(-3, 0, 1), real.narrow(-3, 1, 1), real.narrow(-3, 2, 1));
        return (red * 0.2989 + green * 0.587 + blue * 0.114).to(image.dtype);
    }
}
