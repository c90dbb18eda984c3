using System.Collections.Immutable;

namespace Kiln.Charts;

/// <summary>One picture of an <see cref="ImageGrid"/>.</summary>
/// <param name="Pixels">Bytes 0..255 row by row: (H, W) for grey, (H, W, 3) for red, green, blue.</param>
/// <param name="Width">Columns W.</param>
/// <param name="Height">Rows H.</param>
/// <param name="Label">What stands below it, one or two words; empty for nothing.</param>
public sealed record GridImage(ImmutableArray<byte> Pixels, int Width, int Height, string Label)
{
    /// <summary>Colour of the label as <c>#rrggbb</c>; <see cref="Palette.Warning"/> marks a mistake. Default: that of all text.</summary>
    public string? LabelColor { get; init; }

    /// <summary>What a model makes of the picture: one bar for each likely class, the likeliest first. Default: none.</summary>
    public ImmutableArray<ClassBar> Bars { get; init; } = [];

    /// <summary>Whether the model is right; marked beside the label. Default: not said.</summary>
    public bool? IsRight { get; init; }

    /// <summary>How much each pixel counts for the answer, bytes 0..255 row by row, shape (H, W); drawn as a second picture. Default: none.</summary>
    public ImmutableArray<byte> Saliency { get; init; } = [];

    /// <summary>The label with a mark of right or wrong before it.</summary>
    internal string MarkedLabel => IsRight switch
    {
        true => $"✓ {Label}".TrimEnd(),
        false => $"✗ {Label}".TrimEnd(),
        null => Label,
    };

    internal bool IsColor => Pixels.Length != Width * Height;

    /// <exception cref="ArgumentException">The number of bytes fits neither a grey nor a colour picture.</exception>
    internal void Check(int index)
    {
        var length = Pixels.OrEmpty().Length;
        if (Width is < 1 or > 4096 || Height is < 1 or > 4096)
            throw new ArgumentException($"Image {index}: expected 1 to 4096 pixels a side, got {Width} x {Height}.");
        if (length != Width * Height && length != 3 * Width * Height)
            throw new ArgumentException(
                $"Image {index}: expected {Width * Height} bytes (grey) or {3 * Width * Height} (RGB, channels last) " +
                $"for {Width} x {Height} pixels, got {length}.");
        if (!Saliency.OrEmpty().IsEmpty && Saliency.Length != Width * Height)
            throw new ArgumentException($"Image {index}: expected {Width * Height} bytes of saliency for {Width} x {Height} pixels, got {Saliency.Length}.");
    }
}
