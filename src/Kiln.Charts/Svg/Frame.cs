using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>The rectangle in which values are drawn, in CSS pixels.</summary>
internal readonly record struct Frame(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Grid lines: present on both grounds, loud on neither.</summary>
    public const string Grid = "stroke=\"#808080\" stroke-opacity=\".22\"";

    /// <summary>The axis itself and reference lines.</summary>
    public const string Rule = "stroke=\"#808080\" stroke-opacity=\".7\"";

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double X(AxisPlan plan, double value) => Left + plan.Share(value) * Width;

    public double Y(AxisPlan plan, double value) => Bottom - plan.Share(value) * Height;

    /// <summary>Ticks, their labels and the title of the horizontal axis below the frame.</summary>
    public void DrawX(SvgWriter svg, AxisPlan plan, string title, bool grid)
    {
        var until = double.NegativeInfinity;
        foreach (var tick in plan.Ticks)
        {
            var x = X(plan, tick.Value);
            if (grid) svg.Line(x, Top, x, Bottom, Grid);
            var half = TextMetrics.Width(tick.Label, 12) / 2;
            if (x - half < until) continue;
            until = x + half + 6;
            svg.Line(x, Bottom, x, Bottom + 4, Rule).Text(x, Bottom + 17, tick.Label, Anchor.Middle);
        }
        svg.Text((Left + Right) / 2, Bottom + 34, TextMetrics.Fit(title, Width, 12), Anchor.Middle);
    }

    /// <summary>Grid lines and labels of the vertical axis left of the frame.</summary>
    public void DrawY(SvgWriter svg, AxisPlan plan)
    {
        foreach (var tick in plan.Ticks)
        {
            var y = Y(plan, tick.Value);
            svg.Line(Left, y, Right, y, Grid).Text(Left - 7, y + 4, tick.Label, Anchor.End);
        }
    }
}
