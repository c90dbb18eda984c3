using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>Draws a line chart: heading, names, frame, curves, and the last values at the right edge.</summary>
internal sealed class LineChartSvg
{
    private readonly LineChart _chart;
    private readonly DrawnLine[] _lines;
    private readonly LineLabels _labels;
    private readonly AxisPlan _x, _y;
    private readonly Frame _frame;
    private readonly SvgWriter _svg;

    public LineChartSvg(LineChart chart)
    {
        _chart = chart;
        _lines = DrawnLine.All(chart);
        _labels = new LineLabels(_lines, chart.Width);
        var top = 12 + (chart.Title == "" ? 0 : 20) + _labels.LegendHeight + (HasTopRow ? 18 : 0);
        var bottom = Math.Max(top + 20, chart.Height - (chart.X.Title == "" ? 24 : 41));
        _y = AxisPlan.For(chart.Y, ExtentOfY(), (int)Math.Max(2, (bottom - top) / 45), snap: true);
        // Room for "0.00" at least: labels get shorter and longer while values come in, and the frame should stay.
        var left = 14 + Math.Ceiling(_y.Ticks.Select(tick => TextMetrics.Width(tick.Label, 12)).Append(TextMetrics.Width("0.00", 12)).Max());
        var right = Math.Max(left + 20, chart.Width - _labels.MarginWidth);
        _x = AxisPlan.For(chart.X, ExtentOfX(), (int)Math.Max(2, (right - left) / 75), snap: false);
        _frame = new Frame(left, top, right, bottom);
        _svg = new SvgWriter(chart.Width, chart.Height, chart.Title);
    }

    public AxisPlan XPlan => _x;

    public AxisPlan YPlan => _y;

    /// <summary>Whether the row above the frame is kept for the vertical axis' title and the markers' words.</summary>
    /// <remarks>Axes that plan ahead are live ones: a marker may come later and must not shift the frame.</remarks>
    private bool HasTopRow => _chart.Y.Title != "" || _chart.Markers.Length > 0 || _chart.X.Max is not null;

    public string Draw()
    {
        _svg.Heading(_chart.Title, _chart.Width - _frame.Left - 8, _frame.Left);
        _labels.DrawLegend(_svg, _frame.Left, _chart.Title == "" ? 18 : 38);
        if (HasTopRow) DrawTopRow();
        _frame.DrawY(_svg, _y);
        _svg.Line(_frame.Left, _frame.Bottom, _frame.Right, _frame.Bottom, Frame.Rule);
        _frame.DrawX(_svg, _x, _chart.X.Title, grid: false);
        if (_lines.All(line => line.Last is null))
            _svg.Text((_frame.Left + _frame.Right) / 2, (_frame.Top + _frame.Bottom) / 2, "no data", Anchor.Middle);
        else
            DrawCurves();
        _labels.DrawMargin(_svg, _frame, _x, _y);
        return _svg.Finish();
    }

    private Extent ExtentOfY()
    {
        var extent = new Extent(_chart.Y.Log);
        foreach (var line in _lines)
        {
            foreach (var y in line.Y) extent.Add(y);
            foreach (var y in line.Band?.Low ?? []) extent.Add(y);
            foreach (var y in line.Band?.High ?? []) extent.Add(y);
        }
        return extent;
    }

    private Extent ExtentOfX()
    {
        var extent = new Extent(_chart.X.Log);
        foreach (var line in _lines)
            for (var i = 0; i < line.X.Length; i++)
                if (!double.IsNaN(line.Y[i])) extent.Add(line.X[i]);
        return extent;
    }

    private void DrawTopRow()
    {
        var title = TextMetrics.Fit(_chart.Y.Title, _frame.Width * .5, 12);
        _svg.Text(_frame.Left, _frame.Top - 8, title);
        var until = _frame.Left + (title == "" ? 0 : TextMetrics.Width(title, 12) + 10);
        foreach (var marker in _chart.Markers)
        {
            if (!(_x.Share(marker.X) is >= 0 and <= 1)) continue;
            var x = _frame.X(_x, marker.X);
            _svg.Line(x, _frame.Top - 4, x, _frame.Bottom, Frame.Rule + " stroke-dasharray=\"2 3\"");
            var text = TextMetrics.Fit(marker.Text, _frame.Width * .4, 12);
            var half = TextMetrics.Width(text, 12) / 2;
            var middle = Math.Min(Math.Max(x, until + half), _frame.Right - half);
            if (middle - half < until) continue;
            until = middle + half + 8;
            _svg.Text(middle, _frame.Top - 8, text, Anchor.Middle);
        }
    }

    private void DrawCurves()
    {
        // A nested svg cuts off what lies outside the frame; unlike a clip path it needs no id, which could clash on a page.
        const int Air = 6;
        _svg.Raw("<svg").Number("x", _frame.Left - Air).Number("y", _frame.Top - Air)
            .Number("width", _frame.Width + 2 * Air).Number("height", _frame.Height + 2 * Air).Raw(">\n");
        var inner = new Frame(Air, Air, Air + _frame.Width, Air + _frame.Height);
        var curves = new CurveSvg(_svg, inner, _x, _y);
        foreach (var line in _lines) curves.DrawBand(line);
        foreach (var line in _lines.Where(line => line.Source.Faint)) curves.DrawLine(line);
        foreach (var line in _lines.Where(line => !line.Source.Faint)) curves.DrawLine(line);
        foreach (var marker in _chart.Markers)
            if (marker.Y is { } y && _y.Share(y) is >= 0 and <= 1 && _x.Share(marker.X) is >= 0 and <= 1)
                _svg.Circle(inner.X(_x, marker.X), inner.Y(_y, y), 5, $"fill=\"none\" stroke=\"{Palette.Ink}\" stroke-width=\"1.5\"");
        _svg.Raw("</svg>\n");
    }
}
