using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>Draws a dot chart: labels left, dots with intervals in the frame, the numbers right.</summary>
internal sealed class DotChartSvg
{
    private const double Pitch = 30, LeastPitch = 17;

    private readonly DotChart _chart;
    private readonly DotNumbers _numbers;
    private readonly double _top, _pitch, _footer;
    private readonly int _rows;

    public DotChartSvg(DotChart chart)
    {
        _chart = chart;
        _numbers = new DotNumbers(chart);
        _top = 12 + (chart.Title == "" ? 0 : 20) + (HasTopRow ? 16 : 0);
        _footer = chart.X.Title == "" ? 28 : 45;
        var count = Math.Max(1, chart.Dots.Length);
        _pitch = Math.Clamp((chart.Height - _top - _footer) / count, LeastPitch, Pitch);
        _rows = Math.Clamp((int)((chart.Height - _top - _footer) / _pitch + 1e-6), 1, count);
        // Rows that do not fit leave one line for the words that say so.
        if (_rows < count) _rows = Math.Max(1, _rows - 1);
        var drawn = _rows < count ? _rows + 1 : _rows;
        Size = (chart.Width, (int)Math.Ceiling(_top + Math.Max(drawn * _pitch, 40) + _footer));
    }

    public (int Width, int Height) Size { get; }

    private bool HasTopRow => (_chart.Reference is not null && _chart.ReferenceTitle != "") || (_chart.Band is not null && _chart.BandTitle != "");

    public string Draw()
    {
        var svg = new SvgWriter(Size.Width, Size.Height, _chart.Title);
        var labels = _chart.Dots.Take(_rows).Select(dot => TextMetrics.Fit(dot.Label, _chart.Width * .33, 12)).ToArray();
        var left = 16 + Math.Ceiling(labels.Select(label => TextMetrics.Width(label, 12)).DefaultIfEmpty().Max());
        var right = _chart.Width - Math.Ceiling(_numbers.Columns.Select(text => TextMetrics.Width(text, 12)).DefaultIfEmpty(8).Max()) - 20;
        var frame = new Frame(left, _top, Math.Max(left + 40, right), Size.Height - _footer);
        var plan = AxisPlan.For(_chart.X, _numbers.Extent, (int)Math.Max(2, frame.Width / 75), snap: true);
        svg.Heading(_chart.Title, _chart.Width - 16);
        DrawGround(svg, frame, plan);
        for (var i = 0; i < labels.Length; i++)
        {
            var y = frame.Top + (i + .5) * _pitch;
            svg.Text(left - 10, y + 4, labels[i], Anchor.End);
            DrawDot(svg, frame, plan, _chart.Dots[i], y);
            svg.Text(_chart.Width - 8, y + 4, _numbers.Columns[i], Anchor.End);
        }
        if (labels.Length < _chart.Dots.Length)
            svg.Text(left, frame.Top + (_rows + .5) * _pitch + 4, $"+{_chart.Dots.Length - labels.Length} more");
        if (labels.Length == 0) svg.Text((frame.Left + frame.Right) / 2, (frame.Top + frame.Bottom) / 2 + 4, "no data", Anchor.Middle);
        return svg.Finish();
    }

    private void DrawGround(SvgWriter svg, Frame frame, AxisPlan plan)
    {
        if (_chart.Band is { } band && Extent.Shows(band.Low, _chart.X.Log) && Extent.Shows(band.High, _chart.X.Log))
        {
            var from = Math.Clamp(frame.X(plan, band.Low), frame.Left, frame.Right);
            var to = Math.Clamp(frame.X(plan, band.High), frame.Left, frame.Right);
            svg.Rectangle(from, frame.Top, Math.Max(1, to - from), frame.Height, "fill=\"#808080\" fill-opacity=\".16\"");
        }
        frame.DrawX(svg, plan, _chart.X.Title, grid: true);
        svg.Line(frame.Left, frame.Bottom, frame.Right, frame.Bottom, Frame.Rule);
        DrawTopWords(svg, frame, plan);
        if (_chart.Reference is not { } reference || !(plan.Share(reference) is >= 0 and <= 1)) return;
        var x = frame.X(plan, reference);
        svg.Line(x, frame.Top - 2, x, frame.Bottom, Frame.Rule + " stroke-width=\"1.5\"");
    }

    /// <summary>Writes what band and line mean above them, side by side where one would cover the other.</summary>
    private void DrawTopWords(SvgWriter svg, Frame frame, AxisPlan plan)
    {
        if (!HasTopRow) return;
        var band = _chart.Band is null ? "" : TextMetrics.Fit(_chart.BandTitle, frame.Width * .45, 12);
        var reference = _chart.Reference is null ? "" : TextMetrics.Fit(_chart.ReferenceTitle, frame.Width * .45, 12);
        var (bandHalf, referenceHalf) = (TextMetrics.Width(band, 12) / 2, TextMetrics.Width(reference, 12) / 2);
        var bandX = Middle(frame, plan, (_chart.Band?.Low ?? 0) / 2 + (_chart.Band?.High ?? 0) / 2, bandHalf);
        var referenceX = Middle(frame, plan, _chart.Reference ?? 0, referenceHalf);
        var missing = bandHalf + referenceHalf + 10 - Math.Abs(bandX - referenceX);
        if (missing > 0 && band != "" && reference != "")
        {
            // Both move by half of what is missing, the band's word to the left unless it lies to the right.
            var side = bandX <= referenceX ? missing / 2 : -missing / 2;
            (bandX, referenceX) = (bandX - side, referenceX + side);
        }
        svg.Text(bandX, frame.Top - 6, band, Anchor.Middle).Text(referenceX, frame.Top - 6, reference, Anchor.Middle);
    }

    private static double Middle(Frame frame, AxisPlan plan, double value, double half) => plan.Share(value) is var share && double.IsNaN(share)
        ? frame.Left + half
        : Math.Clamp(frame.Left + share * frame.Width, frame.Left + half, Math.Max(frame.Left + half, frame.Right - half));

    private void DrawDot(SvgWriter svg, Frame frame, AxisPlan plan, Dot dot, double y)
    {
        var color = Palette.Valid(dot.Color, Palette.Of(0));
        var points = dot.Points.OrEmpty();
        for (var i = 0; i < points.Length; i++)
            // Equal values stay apart by a fixed pattern: a random one would change the picture.
            if (plan.Share(points[i]) is >= 0 and <= 1)
                svg.Circle(frame.X(plan, points[i]), y + (i % 3 - 1) * Math.Min(5, _pitch / 5), 2.5, $"fill=\"{color}\" fill-opacity=\".35\"");
        if (dot.Interval is { } interval && Extent.Shows(interval.Low, plan.Log) && Extent.Shows(interval.High, plan.Log))
            svg.Line(
                Math.Clamp(frame.X(plan, interval.Low), frame.Left, frame.Right), y,
                Math.Clamp(frame.X(plan, interval.High), frame.Left, frame.Right), y,
                $"stroke=\"{color}\" stroke-width=\"3\" stroke-opacity=\".6\" stroke-linecap=\"round\"");
        if (plan.Share(dot.Value) is >= 0 and <= 1) svg.Circle(frame.X(plan, dot.Value), y, 5, $"fill=\"{color}\"");
    }
}
