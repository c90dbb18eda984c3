using System.Globalization;

namespace Kiln.Charts.Svg;

/// <summary>Draws a critical-difference diagram.</summary>
internal sealed class CriticalDifferenceSvg(CriticalDifferenceDiagram chart)
{
    private readonly CriticalDifferenceLayout _layout = new(chart);

    public (int Width, int Height) Size => _layout.Size;

    public string Draw()
    {
        var svg = new SvgWriter(Size.Width, Size.Height, chart.Title);
        svg.Heading(chart.Title, chart.Width - 16);
        if (chart.Arms.Length == 0) return svg.Text(chart.Width / 2.0, Size.Height - 14, "no data", Anchor.Middle).Finish();
        DrawAxis(svg);
        if (chart.CriticalDifference is { } difference) DrawRuler(svg, difference);
        for (var arm = 0; arm < chart.Arms.Length; arm++) DrawArm(svg, arm);
        for (var group = 0; group < _layout.Groups.Length; group++)
        {
            var (first, last) = _layout.Groups[group];
            svg.Line(_layout.X(first) - 4, _layout.Bar(group), _layout.X(last) + 4, _layout.Bar(group), $"stroke=\"{Palette.Of(0)}\" stroke-width=\"4\" stroke-linecap=\"round\"");
        }
        return svg.Finish();
    }

    public static string Rank(double rank) => rank.ToString("0.00", CultureInfo.InvariantCulture);

    private void DrawAxis(SvgWriter svg)
    {
        var frame = _layout.Frame;
        svg.Line(frame.Left, frame.Top, frame.Right, frame.Top, Frame.Rule);
        foreach (var tick in _layout.Plan.Ticks)
        {
            var x = frame.X(_layout.Plan, tick.Value);
            svg.Line(x, frame.Top - 5, x, frame.Top, Frame.Rule).Text(x, frame.Top - 9, tick.Label, Anchor.Middle);
        }
        svg.Text(frame.Left - 12, frame.Top + 4, "better", Anchor.End).Text(frame.Right + 12, frame.Top + 4, "worse");
    }

    /// <summary>The critical difference as a length, above the axis.</summary>
    private void DrawRuler(SvgWriter svg, double difference)
    {
        var frame = _layout.Frame;
        var (left, y) = (frame.Left, frame.Top - 32);
        var right = Math.Min(frame.Right, left + difference / (_layout.Plan.Max - _layout.Plan.Min) * frame.Width);
        svg.Line(left, y, right, y, Frame.Rule).Line(left, y - 4, left, y + 4, Frame.Rule).Line(right, y - 4, right, y + 4, Frame.Rule)
            .Text(left, y - 9, $"critical difference {Rank(difference)}");
    }

    private void DrawArm(SvgWriter svg, int arm)
    {
        var frame = _layout.Frame;
        var (x, y, isLeft) = (_layout.X(arm), _layout.Row(arm), _layout.IsLeft(arm));
        var end = isLeft ? frame.Left - 4 : frame.Right + 4;
        svg.Raw("<path fill=\"none\" ").Raw(Frame.Rule).Raw(" d=\"M").Coordinate(x).Raw(" ").Coordinate(frame.Top)
            .Raw("V").Coordinate(y).Raw("H").Coordinate(end).Raw("\"/>\n");
        svg.Circle(x, frame.Top, 3.5, $"fill=\"{Palette.Of(0)}\"");
        var anchor = isLeft ? Anchor.End : Anchor.Start;
        var rank = Rank(chart.Arms[arm].MeanRank);
        var width = TextMetrics.Width(rank, 11) + 8;
        svg.Text(end + (isLeft ? -5 : 5), y + 4, rank, anchor, " font-size=\"11\" fill-opacity=\".8\"")
            .Text(end + (isLeft ? -5 - width : 5 + width), y + 4, _layout.Names[arm], anchor, " font-weight=\"600\"");
    }
}
