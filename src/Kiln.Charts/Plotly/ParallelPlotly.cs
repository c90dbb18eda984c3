using Kiln.Charts.Scales;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts.Plotly;

/// <summary>Parallel coordinates as a plotly figure of scatter lines: the basic bundle has no trace of that name.</summary>
internal static class ParallelPlotly
{
    public static string Write(ParallelCoordinates chart)
    {
        using var figure = new FigureWriter();
        var plan = new ParallelPlan(chart, chart.Height - 60);
        for (var i = 0; i < plan.Drawn.Length; i++) WriteRun(figure, chart, plan, i);
        figure.OpenLayout(chart, left: 70, right: 40, top: chart.Title == "" ? 34 : 58, bottom: 16).Set("showlegend", false).Set("hovermode", "closest");
        figure.Open("xaxis").Set("range", [-.02, Math.Max(1, plan.Axes.Length - 1) + .02]).Set("tickmode", "array")
            .Set("tickvals", Enumerable.Range(0, plan.Axes.Length).Select(i => (double)i).ToArray())
            .SetTexts("ticktext", chart.Axes.Select(axis => axis.Title)).Set("side", "top").Set("showgrid", true).Set("gridcolor", "rgba(128,128,128,0.7)")
            .Set("zeroline", false).Set("fixedrange", true).Close();
        figure.Open("yaxis").Set("visible", false).Set("range", [0, 1]).Set("fixedrange", true).Close();
        figure.OpenArray("annotations");
        for (var axis = 0; axis < plan.Axes.Length; axis++)
            foreach (var tick in plan.Axes[axis].Ticks) WriteTick(figure, axis, plan.Axes[axis].Share(tick.Value), tick.Label);
        return figure.CloseArray().Close().Finish();
    }

    private static void WriteRun(FigureWriter figure, ParallelCoordinates chart, ParallelPlan plan, int position)
    {
        var (color, opacity, width) = ParallelSvg.Look(plan, chart.Better, position);
        var run = plan.Drawn[position];
        var crossings = plan.Crossings(chart, run).ToArray();
        var words = string.Join(", ", chart.Axes.Select(axis => $"{axis.Title} {ParallelText.Write(axis, run)}"));
        // A run with one value only is a dot.
        var isDot = crossings.Length == 1;
        figure.Open().Set("type", "scatter").Set("mode", isDot ? "markers" : "lines")
            .Set("x", crossings.Select(crossing => (double)crossing.Axis).ToArray()).Set("y", crossings.Select(crossing => crossing.Share).ToArray())
            .Set("opacity", Math.Round(opacity, 2))
            .Open(isDot ? "marker" : "line").Set("color", color).Set(isDot ? "size" : "width", isDot ? 6 : width).Close()
            .SetText("hovertext", words).Set("hoverinfo", "text").Close();
    }

    private static void WriteTick(FigureWriter figure, int axis, double share, string label) =>
        figure.Open().SetText("text", TextMetrics.Fit(label, 90, 11)).Set("showarrow", false).Set("x", axis).Set("y", share).Set("xanchor", "right").Set("xshift", -4)
            .Open("font").Set("size", 11).Close().Close();
}
