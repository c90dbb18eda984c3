using System.Collections.Immutable;
using Kiln.Charts.Plotly;
using Kiln.Charts.Scales;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts;

/// <summary>Points in a plane, with lines through them and the regions of a classifier behind them: fits, predictions against truths, decision surfaces.</summary>
/// <remarks>Of very many points an evenly chosen part is drawn, about 2,000 in all; the text says so.</remarks>
public sealed record ScatterChart : Chart
{
    /// <summary>Sets of points, in the order of their colours. Default: none.</summary>
    public ImmutableArray<PointSet> Points { get; init; } = [];

    /// <summary>Curves drawn over the points, such as a fitted line. Default: none.</summary>
    public ImmutableArray<Line> Lines { get; init; } = [];

    /// <summary>Regions behind the points, such as those of the predicted classes. Default: none.</summary>
    public ClassRegions? Regions { get; init; }

    /// <summary>The horizontal axis. Default: no title, the range of points and lines, or of the regions.</summary>
    public Axis X { get; init; } = new("");

    /// <summary>The vertical axis. Default: no title, the range of points and lines, or of the regions.</summary>
    public Axis Y { get; init; } = new("");

    /// <summary>Whether both axes span the same range, as for truths against predictions. Default: no.</summary>
    public bool SameRange { get; init; }

    /// <summary>Predictions against truths, with the line on which they would be equal.</summary>
    /// <param name="truths">The true values, shape (N).</param>
    /// <param name="predictions">The predicted ones, shape (N).</param>
    /// <param name="name">What is predicted, with its unit: the axes say "true price" and "predicted price".</param>
    public static ScatterChart OfPredictions(ImmutableArray<double> truths, ImmutableArray<double> predictions, string name)
    {
        var extent = new Extent(false);
        extent.Add(truths);
        extent.Add(predictions);
        ImmutableArray<double> ends = extent.IsEmpty ? [] : [extent.Min, extent.Max];
        return new ScatterChart
        {
            Title = "Predictions against truths",
            Width = 480,
            Height = 440,
            SameRange = true,
            X = new Axis($"true {name}".TrimEnd()),
            Y = new Axis($"predicted {name}".TrimEnd()),
            Points = [new PointSet("example", truths, predictions)],
            Lines = [new Line("equal", ends, ends) { Dashed = true, Color = Palette.Neutral }],
        };
    }

    /// <inheritdoc/>
    public override (int Width, int Height) PictureSize => (Width, Height);

    /// <inheritdoc/>
    public override string ToSvg() => new ScatterSvg(Checked()).Draw();

    /// <inheritdoc/>
    public override string ToPlotlyJson() => ScatterPlotly.Write(Checked());

    /// <inheritdoc/>
    public override string ToText() => ScatterText.Write(Checked());

    private ScatterChart Checked()
    {
        var (points, lines) = (Points.OrEmpty(), Lines.OrEmpty());
        foreach (var set in points) set.Check();
        foreach (var line in lines) line.Check();
        Regions?.Check();
        return this with { Points = points, Lines = lines };
    }
}
