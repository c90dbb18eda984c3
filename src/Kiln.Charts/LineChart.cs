using System.Collections.Immutable;
using Kiln.Charts.Plotly;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts;

/// <summary>Curves over a common axis, such as the losses of a training.</summary>
/// <remarks>Give <see cref="X"/> its planned range from the start and the picture keeps its frame while the curves grow.</remarks>
public sealed record LineChart : Chart
{
    /// <summary>The curves, in the order of their colours. Default: none.</summary>
    public ImmutableArray<Line> Lines { get; init; } = [];

    /// <summary>The horizontal axis. Default: no title, the range of the points.</summary>
    public Axis X { get; init; } = new("");

    /// <summary>The vertical axis. Default: no title, the range of the points rounded outwards to ticks.</summary>
    public Axis Y { get; init; } = new("");

    /// <summary>Places on the horizontal axis worth a word. Default: none.</summary>
    public ImmutableArray<Marker> Markers { get; init; } = [];

    /// <summary>Which end of the vertical axis is the better one: chooses what the text calls best. Default: not known.</summary>
    public Better Better { get; init; }

    /// <inheritdoc/>
    public override (int Width, int Height) PictureSize => (Width, Height);

    /// <inheritdoc/>
    public override string ToSvg() => new LineChartSvg(Checked()).Draw();

    /// <inheritdoc/>
    public override string ToPlotlyJson() => LineChartPlotly.Write(Checked());

    /// <inheritdoc/>
    public override string ToText() => LineChartText.Write(Checked());

    private LineChart Checked()
    {
        var lines = Lines.OrEmpty();
        foreach (var line in lines) line.Check();
        return this with { Lines = lines, Markers = Markers.OrEmpty() };
    }
}
