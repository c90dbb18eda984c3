using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>Draws a histogram: a filled outline for each set, the sets through one another.</summary>
internal sealed class HistogramSvg
{
    private readonly Histogram _chart;
    private readonly Legend _legend;
    private readonly Frame _frame;

    public HistogramSvg(Histogram chart)
    {
        _chart = chart;
        _legend = new Legend([.. chart.Series.Select((series, i) => (series.Name, ColorOf(series, i), Swatch.Box))], chart.Width - 60);
        var top = 12 + (chart.Title == "" ? 0 : 20) + _legend.Height + (chart.Y.Title == "" ? 0 : 18);
        var bottom = Math.Max(top + 20, chart.Height - (chart.X.Title == "" ? 24 : 41));
        YPlan = AxisPlan.For(chart.Y, ExtentOfY(), (int)Math.Max(2, (bottom - top) / 45), snap: true);
        var left = 14 + Math.Ceiling(YPlan.Ticks.Select(tick => TextMetrics.Width(tick.Label, 12)).DefaultIfEmpty().Max());
        XPlan = AxisPlan.For(chart.X, ExtentOfX(), (int)Math.Max(2, (chart.Width - left - 20) / 75), snap: false);
        _frame = new Frame(left, top, chart.Width - 20, bottom);
    }

    public AxisPlan XPlan { get; }

    public AxisPlan YPlan { get; }

    public static string ColorOf(HistogramSeries series, int index) => Palette.Valid(series.Color, Palette.Of(index));

    public string Draw()
    {
        var svg = new SvgWriter(_chart.Width, _chart.Height, _chart.Title);
        svg.Heading(_chart.Title, _chart.Width - _frame.Left - 8, _frame.Left);
        _legend.Draw(svg, _frame.Left, _chart.Title == "" ? 18 : 38);
        svg.Text(_frame.Left, _frame.Top - 8, TextMetrics.Fit(_chart.Y.Title, _frame.Width * .5, 12));
        _frame.DrawY(svg, YPlan);
        _frame.DrawX(svg, XPlan, _chart.X.Title, grid: false);
        for (var i = 0; i < _chart.Series.Length; i++) DrawOutline(svg, _chart.Series[i], ColorOf(_chart.Series[i], i));
        svg.Line(_frame.Left, _frame.Bottom, _frame.Right, _frame.Bottom, Frame.Rule);
        if (_chart.Series.IsEmpty) svg.Text((_frame.Left + _frame.Right) / 2, (_frame.Top + _frame.Bottom) / 2, "no data", Anchor.Middle);
        return svg.Finish();
    }

    private Extent ExtentOfX()
    {
        var extent = new Extent(_chart.X.Log);
        extent.Add(_chart.Edges);
        return extent;
    }

    private Extent ExtentOfY()
    {
        var extent = new Extent(_chart.Y.Log);
        foreach (var series in _chart.Series) extent.Add(series.Heights);
        return extent;
    }

    private void DrawOutline(SvgWriter svg, HistogramSeries series, string color)
    {
        svg.Raw("<path fill=\"").Raw(color).Raw("\" fill-opacity=\".22\" stroke=\"").Raw(color)
            .Raw("\" stroke-width=\"1.5\" stroke-linejoin=\"round\" d=\"M").Coordinate(X(0)).Raw(" ").Coordinate(_frame.Bottom);
        for (var i = 0; i < series.Heights.Length; i++)
            svg.Raw("V").Coordinate(Y(series.Heights[i])).Raw("H").Coordinate(X(i + 1));
        svg.Raw("V").Coordinate(_frame.Bottom).Raw("\"/>\n");
    }

    private double X(int edge) => _frame.Left + ShareIn(XPlan, _chart.Edges[edge]) * _frame.Width;

    private double Y(double height) => _frame.Bottom - ShareIn(YPlan, height) * _frame.Height;

    // A height of zero has no place on a logarithmic axis; it is drawn on the ground.
    private static double ShareIn(AxisPlan plan, double value) =>
        plan.Share(value) is var share && double.IsNaN(share) ? 0 : Math.Clamp(share, 0, 1);
}
