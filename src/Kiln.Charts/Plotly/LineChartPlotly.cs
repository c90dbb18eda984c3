using Kiln.Charts.Scales;
using Kiln.Charts.Svg;

namespace Kiln.Charts.Plotly;

/// <summary>A line chart as a plotly figure: scatter traces, two more for each band.</summary>
internal static class LineChartPlotly
{
    public static string Write(LineChart chart)
    {
        using var figure = new FigureWriter();
        var lines = DrawnLine.All(chart);
        foreach (var line in lines) WriteBand(figure, line);
        foreach (var line in lines) WriteLine(figure, line);
        var plans = new LineChartSvg(chart);
        var markers = chart.Markers.Where(marker => Extent.Shows(marker.X, chart.X.Log)).ToArray();
        foreach (var marker in markers) WriteRing(figure, marker);
        var named = lines.Any(line => line.Source.Name != "");
        figure.OpenLayout(chart, left: 60, right: 20, top: chart.Title == "" ? 40 : 62)
            .Set("hovermode", "x unified").Set("showlegend", named);
        if (named)
            figure.Open("legend").Set("orientation", "h").Set("x", 1).Set("xanchor", "right").Set("y", 1.08).Set("yanchor", "bottom").Close();
        figure.Axis("xaxis", plans.XPlan, chart.X.Title, grid: false, chart.X.Whole)
            .Axis("yaxis", plans.YPlan, chart.Y.Title, grid: true, chart.Y.Whole)
            .OpenArray("shapes");
        foreach (var marker in markers) figure.Shape(marker.X, marker.X);
        figure.CloseArray().OpenArray("annotations");
        foreach (var marker in markers) figure.WordAbove(plans.XPlan, marker.X, marker.Text);
        return figure.CloseArray().Close().Finish();
    }

    public static void WriteLine(FigureWriter figure, DrawnLine line)
    {
        var source = line.Source;
        var points = source.ShowPoints || line.X.Length == 1;
        figure.Open().Set("type", "scatter").Set("mode", points ? "lines+markers" : "lines");
        // A point on the edge of the plot, such as that of the last epoch, is drawn whole.
        if (points) figure.Set("cliponaxis", false);
        figure
            .SetText("name", source.Name).Set("x", OrGap(line.X)).Set("y", OrGap(line.Y)).Set("connectgaps", false)
            .Set("opacity", source.Faint ? .75 : 1)
            .Open("line").Set("color", line.Color).Set("width", source.Faint ? 1.2 : 2).Set("dash", line.Dashed ? "dash" : "solid").Close()
            .Set("hovertemplate", "%{y:.4~g}").Close();
    }

    /// <summary>A trace without any point has no name in the legend; one with a gap has.</summary>
    private static double[] OrGap(double[] values) => values.Length > 0 ? values : [double.NaN];

    private static void WriteBand(FigureWriter figure, DrawnLine line)
    {
        if (line.Band is not { X.Length: > 0 } band) return;
        WriteEdge(figure, line, band.X, band.Low, "none");
        WriteEdge(figure, line, band.X, band.High, "tonexty");
    }

    private static void WriteEdge(FigureWriter figure, DrawnLine line, double[] x, double[] y, string fill)
    {
        figure.Open().Set("type", "scatter").Set("mode", "lines").Set("x", x).Set("y", y).Set("fill", fill);
        if (fill != "none")
        {
            var color = Convert.FromHexString(line.Color.AsSpan(1));
            figure.Set("fillcolor", $"rgba({color[0]},{color[1]},{color[2]},0.16)");
        }
        figure.Open("line").Set("width", 0).Set("color", line.Color).Close()
            .Set("showlegend", false).Set("hoverinfo", "skip").Close();
    }

    private static void WriteRing(FigureWriter figure, Marker marker)
    {
        if (marker.Y is not { } y) return;
        figure.Open().Set("type", "scatter").Set("mode", "markers").SetText("name", marker.Text).Set("x", [marker.X]).Set("y", [y]).Set("cliponaxis", false)
            .Open("marker").Set("symbol", "circle-open").Set("size", 10).Set("color", Palette.Ink).Close()
            .Set("showlegend", false).Set("hoverinfo", "skip").Close();
    }
}
