using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The sizes and the interpolation that images are resized with.</summary>
internal sealed class Resizing
{
    private readonly int _height;
    private readonly int? _width;
    private readonly InterpolationMode _mode;
    private readonly int? _most;
    private readonly bool _antialias;

    public Resizing(int height, int? width, InterpolationMode mode, int? most, bool antialias)
    {
        if (height < 1 || width < 1 || most < 1) throw new ArgumentException($"Resize: expected sizes of at least 1, got {height} and {width?.ToString() ?? "no width"}.");
        (_height, _width, _mode, _most, _antialias) = (height, width, mode, most, antialias);
    }

    public Tensor Resize(Tensor image)
    {
        ImageTransform.Require("Resize", image);
        var size = _width is { } width ? [_height, width] : ByShorterEdge(image.size(-2), image.size(-1));
        using var scope = NewDisposeScope();
        var batch = image.ndim == 3 ? image.unsqueeze(0) : image;
        var isReal = batch.is_floating_point();
        var resized = nn.functional.interpolate(isReal ? batch : batch.to(ScalarType.Float32), size, mode: _mode, antialias: _antialias);
        if (!isReal) resized = resized.round().to(image.dtype);
        return (image.ndim == 3 ? resized.squeeze(0) : resized).MoveToOuterDisposeScope();
    }

    private long[] ByShorterEdge(long height, long width)
    {
        var (shorter, longer) = height <= width ? (height, width) : (width, height);
        long newShorter = _height;
        var newLonger = newShorter * longer / shorter;
        if (_most is { } most && newLonger > most) (newShorter, newLonger) = (most * newShorter / newLonger, most);
        return height <= width ? [newShorter, newLonger] : [newLonger, newShorter];
    }
}
