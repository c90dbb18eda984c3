using Kiln.Charts.Png;
using Kiln.Charts.Scales;
using Kiln.Charts.Svg;

namespace Kiln.Charts.Plotly;

/// <summary>A scatter chart as a plotly figure: scatter traces over a layout image of the regions.</summary>
internal static class ScatterPlotly
{
    public static string Write(ScatterChart chart)
    {
        using var figure = new FigureWriter();
        var drawing = new ScatterSvg(chart);
        var (x, y) = drawing.Axes;
        // Half of a point on the edge would be cut off; where a range was given, what lies outside it must be.
        var whole = chart is { X: { Min: null, Max: null }, Y: { Min: null, Max: null }, Regions: null };
        foreach (var set in drawing.Drawn.Points) WritePoints(figure, set, whole);
        foreach (var line in drawing.Drawn.Lines) LineChartPlotly.WriteLine(figure, line);
        var named = drawing.Drawn.Points.Length + drawing.Drawn.Lines.Length > 1;
        figure.OpenLayout(chart, left: 60, right: 20, top: chart.Title == "" ? 40 : 62)
            .Set("hovermode", "closest").Set("showlegend", named);
        if (named)
            figure.Open("legend").Set("orientation", "h").Set("x", 1).Set("xanchor", "right").Set("y", 1.02).Set("yanchor", "bottom").Close();
        figure.Axis("xaxis", x, chart.X.Title, grid: true, chart.X.Whole).Axis("yaxis", y, chart.Y.Title, grid: true, chart.Y.Whole);
        if (chart.Regions is { } regions) WriteRegions(figure, chart, regions);
        return figure.Close().Finish();
    }

    private static void WritePoints(FigureWriter figure, DrawnPoints set, bool whole)
    {
        figure.Open().Set("type", "scatter").Set("mode", "markers").Set("cliponaxis", !whole).SetText("name", set.Source.Name).Set("x", set.X).Set("y", set.Y)
            .Open("marker").Set("symbol", set.Source.Rings ? "circle-open" : "circle").Set("color", set.Color)
            .Set("size", set.Source.Rings ? 11 : set.X.Length > 400 ? 4 : 6).Set("opacity", .8).Close()
            .Set("hovertemplate", "%{x:.4~g}, %{y:.4~g}").Close();
    }

    private static void WriteRegions(FigureWriter figure, ScatterChart chart, ClassRegions regions)
    {
        var (left, right) = (Place(regions.X.Min, chart.X.Log), Place(regions.X.Max, chart.X.Log));
        var (bottom, top) = (Place(regions.Y.Min, chart.Y.Log), Place(regions.Y.Max, chart.Y.Log));
        figure.OpenArray("images").Open().Set("source", PngEncoder.DataUri(regions.ToImage())).Set("xref", "x").Set("yref", "y")
            .Set("x", left).Set("y", top).Set("sizex", right - left).Set("sizey", top - bottom)
            .Set("sizing", "stretch").Set("opacity", .3).Set("layer", "below").Close().CloseArray();
    }

    // On a logarithmic axis plotly places pictures by the logarithm to 10: https://plotly.com/javascript/reference/layout/images/
    private static double Place(double value, bool log) => log ? Math.Log10(value) : value;
}
