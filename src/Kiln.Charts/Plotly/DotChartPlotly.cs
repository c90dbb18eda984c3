using Kiln.Charts.Scales;
using Kiln.Charts.Svg;

namespace Kiln.Charts.Plotly;

/// <summary>A dot chart as a plotly figure: one trace for the values with their intervals, one for the single points.</summary>
internal static class DotChartPlotly
{
    public static string Write(DotChart chart)
    {
        using var figure = new FigureWriter();
        var numbers = new DotNumbers(chart);
        var plan = AxisPlan.For(chart.X, numbers.Extent, 6, snap: true);
        var colors = chart.Dots.Select(dot => Palette.Valid(dot.Color, Palette.Of(0))).ToArray();
        WritePoints(figure, chart, colors);
        for (var i = 0; i < chart.Dots.Length; i++) WriteDot(figure, chart.Dots[i], i, colors[i], numbers);
        var widest = chart.Dots.Select(dot => TextMetrics.Width(dot.Label, 12)).DefaultIfEmpty().Max();
        figure.OpenLayout(chart, Math.Min(chart.Width * .33, widest) + 20, 20, chart.Title == "" ? 24 : 46)
            .Set("showlegend", false).Set("hovermode", "closest")
            .Axis("xaxis", plan, chart.X.Title, grid: true, chart.X.Whole);
        // Rows are numbers with words as ticks: as categories, two rows of the same label would fall together.
        figure.Open("yaxis").Set("range", [Math.Max(1, chart.Dots.Length) - .5, -.5]).Set("tickmode", "array")
            .Set("tickvals", Enumerable.Range(0, chart.Dots.Length).Select(i => (double)i).ToArray())
            .SetTexts("ticktext", chart.Dots.Select(dot => TextMetrics.Fit(dot.Label, chart.Width * .33, 12)))
            .Set("showgrid", false).Set("zeroline", false).Close();
        WriteGround(figure, chart, plan);
        return figure.Close().Finish();
    }

    private static void WritePoints(FigureWriter figure, DotChart chart, string[] colors)
    {
        for (var i = 0; i < chart.Dots.Length; i++)
        {
            var points = chart.Dots[i].Points.OrEmpty();
            if (points.IsEmpty) continue;
            var row = i;
            figure.Open().Set("type", "scatter").Set("mode", "markers").Set("x", points.AsSpan())
                .Set("y", points.Select((_, k) => row + (k % 3 - 1) * .15).ToArray())
                .Open("marker").Set("color", colors[i]).Set("size", 5).Set("opacity", .35).Close()
                .Set("hovertemplate", "%{x:.4~g}<extra></extra>").Close();
        }
    }

    private static void WriteDot(FigureWriter figure, Dot dot, int row, string color, DotNumbers numbers)
    {
        figure.Open().Set("type", "scatter").Set("mode", "markers").SetText("name", dot.Label)
            .Set("x", [dot.Value]).Set("y", [row])
            .Open("marker").Set("color", color).Set("size", 10).Close()
            .SetText("hovertext", numbers.Columns[row]).Set("hoverinfo", "text+name");
        if (dot.Interval is { } interval && double.IsFinite(dot.Value))
            figure.Open("error_x").Set("type", "data").Set("symmetric", false)
                .Set("array", [Math.Max(0, interval.High - dot.Value)]).Set("arrayminus", [Math.Max(0, dot.Value - interval.Low)])
                .Set("color", color).Set("thickness", 3).Set("width", 0).Close();
        figure.Close();
    }

    private static void WriteGround(FigureWriter figure, DotChart chart, AxisPlan plan)
    {
        var band = chart.Band is { } given && Extent.Shows(given.Low, plan.Log) && Extent.Shows(given.High, plan.Log) ? chart.Band : null;
        var reference = chart.Reference is { } value && Extent.Shows(value, plan.Log) ? chart.Reference : null;
        figure.OpenArray("shapes");
        if (band is { } shaded) figure.Shape(shaded.Low, shaded.High);
        if (reference is { } line) figure.Shape(line, line);
        figure.CloseArray().OpenArray("annotations");
        // Two words at about the same place stand back to back.
        var both = band is not null && reference is not null && chart.BandTitle != "" && chart.ReferenceTitle != "";
        if (band is { } range && chart.BandTitle != "") figure.WordAbove(plan, range.Low / 2 + range.High / 2, chart.BandTitle + (both ? "  " : ""), both ? "right" : "center");
        if (reference is { } x && chart.ReferenceTitle != "") figure.WordAbove(plan, x, (both ? "  " : "") + chart.ReferenceTitle, both ? "left" : "center");
        figure.CloseArray();
    }
}
