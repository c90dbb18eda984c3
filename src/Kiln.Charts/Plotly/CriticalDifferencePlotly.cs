using Kiln.Charts.Svg;

namespace Kiln.Charts.Plotly;

/// <summary>A critical-difference diagram as a plotly figure: a row for each arm, and a line through those that cannot be told apart.</summary>
internal static class CriticalDifferencePlotly
{
    public static string Write(CriticalDifferenceDiagram chart)
    {
        using var figure = new FigureWriter();
        var layout = new CriticalDifferenceLayout(chart);
        foreach (var (first, last) in layout.Groups) WriteGroup(figure, chart, first, last);
        if (!chart.Arms.IsEmpty) WriteArms(figure, chart);
        var widest = layout.Names.Select(name => TextMetrics.Width(name, 12)).DefaultIfEmpty().Max();
        figure.OpenLayout(chart, widest + 24, 24, chart.Title == "" ? 24 : 46, 48).Set("showlegend", false).Set("hovermode", "closest")
            .Axis("xaxis", layout.Plan, Title(chart), grid: true, whole: true);
        figure.Open("yaxis").Set("range", [Math.Max(1, chart.Arms.Length) - .5, -.5]).Set("tickmode", "array")
            .Set("tickvals", Enumerable.Range(0, chart.Arms.Length).Select(i => (double)i).ToArray()).SetTexts("ticktext", layout.Names)
            .Set("showgrid", false).Set("zeroline", false).Close();
        return figure.Close().Finish();
    }

    private static string Title(CriticalDifferenceDiagram chart) =>
        chart.CriticalDifference is { } difference ? $"mean rank; critical difference {CriticalDifferenceSvg.Rank(difference)}" : "mean rank";

    private static void WriteArms(FigureWriter figure, CriticalDifferenceDiagram chart) =>
        figure.Open().Set("type", "scatter").Set("mode", "markers")
            .Set("x", chart.Arms.Select(arm => arm.MeanRank).ToArray()).Set("y", Enumerable.Range(0, chart.Arms.Length).Select(i => (double)i).ToArray())
            .SetTexts("hovertext", chart.Arms.Select(arm => $"{arm.Name}: {CriticalDifferenceSvg.Rank(arm.MeanRank)}")).Set("hoverinfo", "text")
            .Open("marker").Set("color", Palette.Of(0)).Set("size", 10).Close().Close();

    // From the dot of the best arm of a group down to that of its worst.
    private static void WriteGroup(FigureWriter figure, CriticalDifferenceDiagram chart, int first, int last)
    {
        var arms = Enumerable.Range(first, last - first + 1).ToArray();
        figure.Open().Set("type", "scatter").Set("mode", "lines")
            .Set("x", arms.Select(arm => chart.Arms[arm].MeanRank).ToArray()).Set("y", arms.Select(arm => (double)arm).ToArray())
            .Open("line").Set("color", Palette.Of(0)).Set("width", 5).Close().Set("opacity", .35).Set("hoverinfo", "skip").Close();
    }
}
