using System.Collections.Immutable;
using Kiln.Charts.Plotly;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts;

/// <summary>One row per quantity: a dot, its interval, and the single values behind it.</summary>
public sealed record DotChart : Chart
{
    /// <summary>The rows from top to bottom. Default: none.</summary>
    public ImmutableArray<Dot> Dots { get; init; } = [];

    /// <summary>The common horizontal axis. Default: no title, the range of all that is drawn.</summary>
    public Axis X { get; init; } = new("");

    /// <summary>Where a vertical line stands for comparison, for instance at 0. Default: none.</summary>
    public double? Reference { get; init; }

    /// <summary>What the line means: one short word. Default: empty.</summary>
    public string ReferenceTitle { get; init; } = "";

    /// <summary>A shaded range, for instance the differences too small to matter. Default: none.</summary>
    public (double Low, double High)? Band { get; init; }

    /// <summary>What the shaded range means: one short word. Default: empty.</summary>
    public string BandTitle { get; init; } = "";

    /// <inheritdoc/>
    /// <remarks>As high as the rows need; <see cref="Chart.Height"/> is reached only if they need more, then they move closer.</remarks>
    public override (int Width, int Height) PictureSize => new DotChartSvg(Checked()).Size;

    /// <inheritdoc/>
    public override string ToSvg() => new DotChartSvg(Checked()).Draw();

    /// <inheritdoc/>
    public override string ToPlotlyJson() => DotChartPlotly.Write(Checked());

    /// <inheritdoc/>
    public override string ToText() => DotChartText.Write(Checked());

    private DotChart Checked()
    {
        var band = Band is { } given && given.Low > given.High ? (given.High, given.Low) : Band;
        return this with { Dots = Dots.OrEmpty(), Band = band };
    }
}
