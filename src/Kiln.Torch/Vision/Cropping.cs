using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The size of the middle that is cut out of images.</summary>
internal sealed class Cropping
{
    private readonly int _height;
    private readonly int _width;

    public Cropping(int height, int width)
    {
        if (height < 1 || width < 1) throw new ArgumentException($"CenterCrop: expected sizes of at least 1, got {height} and {width}.");
        (_height, _width) = (height, width);
    }

    public Tensor Crop(Tensor image)
    {
        ImageTransform.Require("CenterCrop", image);
        using var scope = NewDisposeScope();
        var padded = Padded(image);
        var top = Middle(padded.size(-2) - _height);
        var left = Middle(padded.size(-1) - _width);
        return padded.narrow(-2, top, _height).narrow(-1, left, _width).MoveToOuterDisposeScope();
    }

    private Tensor Padded(Tensor image)
    {
        var (rows, columns) = (Math.Max(0, _height - image.size(-2)), Math.Max(0, _width - image.size(-1)));
        return rows + columns == 0 ? image : nn.functional.pad(image, [columns / 2, (columns + 1) / 2, rows / 2, (rows + 1) / 2]);
    }

    // Halves go to the even number, as Python rounds.
    private static long Middle(long rest) => (long)Math.Round(rest / 2.0, MidpointRounding.ToEven);
}
