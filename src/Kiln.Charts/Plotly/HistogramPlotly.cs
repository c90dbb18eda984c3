using Kiln.Charts.Svg;

namespace Kiln.Charts.Plotly;

/// <summary>A histogram as a plotly figure: bars that are laid over each other; the values themselves are not in it.</summary>
internal static class HistogramPlotly
{
    public static string Write(Histogram chart)
    {
        using var figure = new FigureWriter();
        for (var i = 0; i < chart.Series.Length; i++) WriteSeries(figure, chart, chart.Series[i], HistogramSvg.ColorOf(chart.Series[i], i));
        var plans = new HistogramSvg(chart);
        var named = chart.Series.Any(series => series.Name != "");
        figure.OpenLayout(chart, left: 60, right: 20, top: chart.Title == "" ? 40 : 62)
            .Set("hovermode", "x unified").Set("showlegend", named);
        // Without a bar there are no such keys, and Plotly.validate complains.
        if (!chart.Series.IsEmpty) figure.Set("barmode", "overlay").Set("bargap", 0);
        if (named)
            figure.Open("legend").Set("orientation", "h").Set("x", 1).Set("xanchor", "right").Set("y", 1.08).Set("yanchor", "bottom").Close();
        return figure.Axis("xaxis", plans.XPlan, chart.X.Title, grid: false, chart.X.Whole)
            .Axis("yaxis", plans.YPlan, chart.Y.Title, grid: true, chart.Y.Whole)
            .Close().Finish();
    }

    private static void WriteSeries(FigureWriter figure, Histogram chart, HistogramSeries series, string color)
    {
        var edges = chart.Edges;
        var bins = series.Heights.Length;
        figure.Open().Set("type", "bar").SetText("name", series.Name)
            .Set("x", Enumerable.Range(0, bins).Select(i => edges[i] / 2 + edges[i + 1] / 2).ToArray())
            .Set("width", Enumerable.Range(0, bins).Select(i => edges[i + 1] - edges[i]).ToArray())
            .Set("y", series.Heights.AsSpan())
            .Open("marker").Set("color", color).Set("opacity", .5).Open("line").Set("width", 0).Close().Close()
            .Set("hovertemplate", "%{y:.4~g}").Close();
    }
}
