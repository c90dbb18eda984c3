using System.Collections.Immutable;
using Kiln.Charts.Plotly;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts;

/// <summary>A sheet of small labelled pictures, such as samples of a data set or mistakes of a model.</summary>
/// <remarks>A picture may have bars (what a model makes of it) and a second picture (what counts for that) at its right.</remarks>
public sealed record ImageGrid : Chart
{
    /// <summary>The pictures, row by row. Default: none.</summary>
    public ImmutableArray<GridImage> Images { get; init; } = [];

    /// <summary>Pictures in a row, 1 to 64; fewer where bars need the room. Default: 8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside these bounds.</exception>
    public int Columns
    {
        get;
        init => field = value is >= 1 and <= 64
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Columns), value, "Columns of an image grid: expected 1 to 64.");
    } = 8;

    /// <inheritdoc/>
    /// <remarks>As high as the rows need; <see cref="Chart.Height"/> plays no part.</remarks>
    public override (int Width, int Height) PictureSize => new ImageGridLayout(Checked()).Size;

    /// <inheritdoc/>
    public override string ToSvg() => ImageGridSvg.Draw(Checked());

    /// <inheritdoc/>
    public override string ToPlotlyJson() => ImageGridPlotly.Write(Checked());

    /// <inheritdoc/>
    public override string ToText() => ImageGridText.Write(Checked());

    private ImageGrid Checked()
    {
        var images = Images.OrEmpty();
        for (var i = 0; i < images.Length; i++) images[i].Check(i);
        return this with { Images = images };
    }
}
