using Kiln.Charts.Scales;

namespace Kiln.Charts.Plotly;

/// <summary>The parts of a layout that all figures share.</summary>
internal static class Layout
{
    private const string Clear = "rgba(0,0,0,0)", Grid = "rgba(128,128,128,0.22)", Rule = "rgba(128,128,128,0.7)";

    /// <summary>Opens the layout: size, transparent ground, mid-tone ink, heading.</summary>
    public static FigureWriter OpenLayout(this FigureWriter figure, Chart chart, double left, double right, double top, double bottom = 45)
    {
        var size = chart.PictureSize;
        figure.CloseArray().Open("layout")
            .Set("width", size.Width).Set("height", size.Height).Set("autosize", false)
            .Set("paper_bgcolor", Clear).Set("plot_bgcolor", Clear)
            .Open("font").Set("family", "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif").Set("size", 12).Set("color", Palette.Ink).Close()
            .Open("margin").Set("l", left).Set("r", right).Set("t", top).Set("b", bottom).Close()
            .Open("hoverlabel").Set("bgcolor", "#2b2b2b").Set("bordercolor", "#808080").Open("font").Set("color", "#f0f0f0").Close().Close();
        figure.Open("modebar").Set("bgcolor", Clear).Set("color", Rule).Set("activecolor", Palette.Ink).Close();
        if (chart.Title != "")
            figure.Open("title").SetText("text", chart.Title).Open("font").Set("size", 14).Set("weight", 600).Close()
                .Set("x", 0.01).Set("xanchor", "left").Set("y", 0.98).Set("yanchor", "top").Close();
        return figure;
    }

    /// <summary>Writes an axis with the same ends and ticks as in the SVG; after zooming plotly chooses its own.</summary>
    public static FigureWriter Axis(this FigureWriter figure, string name, AxisPlan plan, string title, bool grid, bool whole = false)
    {
        figure.Open(name).Open("title").SetText("text", title).Close();
        if (plan.Log) figure.Set("type", "log");
        else figure.Set("type", "linear");
        figure
            .Set("range", plan.Log ? [Math.Log10(plan.Min), Math.Log10(plan.Max)] : [plan.Min, plan.Max])
            .Set("exponentformat", plan.Log ? "e" : "SI")
            .Set("showgrid", grid).Set("zeroline", false);
        if (Step(plan, whole) is { } step) figure.Set("dtick", step);
        else figure.Set("nticks", Math.Max(2, plan.Ticks.Count + 1));
        // Plotly.validate refuses the colour of a line that is not shown.
        if (grid) figure.Set("gridcolor", Grid);
        if (name == "xaxis") figure.Set("showline", true).Set("linecolor", Rule);
        return figure.Close();
    }

    /// <summary>A fixed step where plotly's own choice would be half epochs, or 2 and 5 between powers of ten.</summary>
    private static double? Step(AxisPlan plan, bool whole)
    {
        if (plan.Ticks.Count < 2) return null;
        var (first, second) = (plan.Ticks[0].Value, plan.Ticks[1].Value);
        if (!plan.Log) return whole ? second - first : null;
        var powers = Math.Log10(second) - Math.Log10(first);
        return powers > .9 ? Math.Round(powers) : null;
    }

    /// <summary>Writes a vertical line or, with two ends, a vertical range over the whole height.</summary>
    public static FigureWriter Shape(this FigureWriter figure, double from, double to)
    {
        figure.Open().Set("type", from == to ? "line" : "rect").Set("xref", "x").Set("yref", "paper")
            .Set("x0", from).Set("x1", to).Set("y0", 0).Set("y1", 1).Set("layer", "below");
        if (from != to) return figure.Set("fillcolor", "rgba(128,128,128,0.16)").Open("line").Set("width", 0).Close().Close();
        return figure.Open("line").Set("color", Rule).Set("width", 1.2).Close().Close();
    }

    /// <summary>Writes a word above the frame.</summary>
    public static FigureWriter WordAbove(this FigureWriter figure, AxisPlan plan, double x, string text, string anchor = "center") =>
        figure.Open().SetText("text", text).Set("xanchor", anchor).Set("showarrow", false).Set("xref", "x").Set("yref", "paper")
            .Set("x", plan.Log ? Math.Log10(x) : x).Set("y", 1).Set("yanchor", "bottom").Close();
}
