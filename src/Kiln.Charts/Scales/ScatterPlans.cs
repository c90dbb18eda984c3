using System.Collections.Immutable;

namespace Kiln.Charts.Scales;

/// <summary>The axes of a scatter chart worked out, and what is drawn on them.</summary>
internal sealed class ScatterPlans
{
    private readonly ScatterChart _chart;

    public ScatterPlans(ScatterChart chart)
    {
        _chart = chart;
        Points = DrawnPoints.All(chart);
        Lines = DrawnLine.All(new LineChart { Lines = Named(chart), X = chart.X, Y = chart.Y });
        var (x, y) = (ExtentOf(true), ExtentOf(false));
        if (chart.SameRange)
        {
            foreach (var end in new[] { y.Min, y.Max }) x.Add(end);
            y = x;
        }
        (ExtentX, ExtentY) = (x, y);
    }

    public DrawnPoints[] Points { get; }

    public DrawnLine[] Lines { get; }

    private Extent ExtentX { get; }

    private Extent ExtentY { get; }

    // The picture of the regions fills the frame: rounding the ends outwards would leave an empty edge.
    private bool Snaps => _chart.Regions is null;

    public AxisPlan X(double width) => AxisPlan.For(_chart.X, ExtentX, (int)Math.Max(2, width / 75), Snaps);

    public AxisPlan Y(double height) => AxisPlan.For(_chart.Y, ExtentY, (int)Math.Max(2, height / 45), Snaps);

    /// <summary>Lines take the colours behind those of the points.</summary>
    private static ImmutableArray<Line> Named(ScatterChart chart) =>
        [.. chart.Lines.Select((line, i) => line with { Color = Palette.Valid(line.Color, Palette.Of(chart.Points.Length + i)) })];

    private Extent ExtentOf(bool x)
    {
        var extent = new Extent(x ? _chart.X.Log : _chart.Y.Log);
        if (_chart.Regions is { } regions)
        {
            var (min, max) = x ? regions.X : regions.Y;
            extent.Add(min);
            extent.Add(max);
            return extent;
        }
        foreach (var set in Points)
            foreach (var value in x ? set.X : set.Y) extent.Add(value);
        foreach (var line in Lines)
            for (var i = 0; i < line.Y.Length; i++)
                if (!double.IsNaN(line.Y[i])) extent.Add(x ? line.X[i] : line.Y[i]);
        return extent;
    }
}
