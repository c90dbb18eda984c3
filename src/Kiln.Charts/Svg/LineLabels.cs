using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>
/// The names of the lines: beside their ends in the right margin together with their last value, or, where that would take too
/// much width, as a legend above the frame. Neither ever covers a curve, and neither moves while a run goes on.
/// </summary>
internal sealed class LineLabels
{
    private const int MostInMargin = 6;
    private const int MostLegendRows = 2;
    private const double RowHeight = 18;
    private static readonly double ValueWidth = TextMetrics.Width("-0.0000", 12);

    private readonly DrawnLine[] _lines;
    private readonly string[] _names;
    private readonly bool _inMargin;
    private readonly double _room;
    private readonly List<(int Line, int Row, double X)> _legend = [];
    private readonly int _left;

    public LineLabels(DrawnLine[] lines, int width)
    {
        _lines = lines;
        _room = width - 80;
        var widest = lines.Select(line => TextMetrics.Width(line.Source.Name, 12, bold: true)).DefaultIfEmpty().Max();
        var margin = widest + ValueWidth + 22;
        _inMargin = lines.Length <= MostInMargin && margin <= width * .3;
        MarginWidth = lines.Length == 0 ? 16 : _inMargin ? Math.Ceiling(margin) : lines.Length <= MostInMargin ? ValueWidth + 16 : 20;
        _names = [.. lines.Select(line => TextMetrics.Fit(line.Source.Name, _inMargin ? widest : Math.Min(_room - 30, 220), 12, _inMargin))];
        _left = _inMargin ? 0 : PlaceLegend();
    }

    public double MarginWidth { get; }

    public double LegendHeight => _legend.Count == 0 ? 0 : (_legend[^1].Row + 1) * RowHeight + 2;

    public void DrawLegend(SvgWriter svg, double left, double baseline)
    {
        foreach (var (index, row, x) in _legend)
        {
            var (line, y) = (_lines[index], baseline + row * RowHeight);
            svg.Line(left + x, y - 4, left + x + 18, y - 4,
                $"stroke=\"{line.Color}\" stroke-width=\"{(line.Source.Faint ? "1.5" : "3")}\"{(line.Source.Faint ? " stroke-opacity=\".7\"" : "")}" +
                (line.Dashed ? " stroke-dasharray=\"5 3\"" : ""));
            svg.Text(left + x + 23, y, _names[index]);
        }
        if (_left == 0) return;
        var (last, lastRow, lastX) = _legend[^1];
        svg.Text(left + lastX + 23 + TextMetrics.Width(_names[last], 12) + 14, baseline + lastRow * RowHeight, $"+{_left} more");
    }

    public void DrawMargin(SvgWriter svg, Frame frame, AxisPlan x, AxisPlan y)
    {
        if (_lines.Length > MostInMargin) return;
        var wanted = _lines.Select(line => line.Last is { } last ? Math.Clamp(frame.Y(y, last.Y), frame.Top, frame.Bottom) : frame.Top);
        var heights = Spread([.. wanted], 15, frame.Top, frame.Bottom);
        for (var i = 0; i < _lines.Length; i++)
        {
            var line = _lines[i];
            if (line.Last is { } last && !line.Source.IsBundle) DrawLeader(svg, frame, line.Color, frame.X(x, last.X), frame.Y(y, last.Y));
            var value = line.Source.IsBundle ? "" : line.Last is { } end ? Numbers.Short(end.Y) : _inMargin ? "–" : "";
            if (!_inMargin)
            {
                svg.Text(frame.Right + 8, heights[i] + 4, value, style: $" fill=\"{line.Color}\" font-weight=\"600\"");
                continue;
            }
            svg.Text(frame.Right + 10, heights[i] + 4, _names[i], style: $" fill=\"{line.Color}\" font-weight=\"600\"");
            svg.Text(frame.Right + 16 + TextMetrics.Width(_names[i], 12, bold: true), heights[i] + 4, value);
        }
    }

    /// <summary>A thin line from a curve that has not reached the right edge yet to its value there.</summary>
    private static void DrawLeader(SvgWriter svg, Frame frame, string color, double x, double y)
    {
        if (x < frame.Left || x > frame.Right - 14 || y < frame.Top || y > frame.Bottom) return;
        svg.Line(x + 6, y, frame.Right + 5, y, $"stroke=\"{color}\" stroke-opacity=\".45\" stroke-dasharray=\"1 4\"");
    }

    /// <summary>Moves heights apart until none is nearer than the gap to the next, keeping their order and the bounds.</summary>
    private static double[] Spread(double[] heights, double gap, double top, double bottom)
    {
        var order = Enumerable.Range(0, heights.Length).OrderBy(i => heights[i]).ToArray();
        for (var i = 1; i < order.Length; i++)
            heights[order[i]] = Math.Max(heights[order[i]], heights[order[i - 1]] + gap);
        var limit = bottom;
        for (var i = order.Length - 1; i >= 0; i--, limit -= gap)
            heights[order[i]] = Math.Max(Math.Min(heights[order[i]], limit), top + i * Math.Min(gap, (bottom - top) / order.Length));
        return heights;
    }

    /// <returns>The number of lines for which there was no room.</returns>
    private int PlaceLegend()
    {
        var (row, x) = (0, 0.0);
        for (var i = 0; i < _lines.Length; i++)
        {
            var width = 23 + TextMetrics.Width(_names[i], 12) + 16;
            // The last row keeps room for "+12 more".
            if (x > 0 && x + width > _room - (row == MostLegendRows - 1 ? 60 : 0)) (row, x) = (row + 1, 0);
            if (row == MostLegendRows) return _lines.Length - i;
            _legend.Add((i, row, x));
            x += width;
        }
        return 0;
    }
}
