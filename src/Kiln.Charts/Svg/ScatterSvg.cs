using Kiln.Charts.Png;
using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>Draws a scatter chart: regions behind, points, lines over them.</summary>
internal sealed class ScatterSvg
{
    private const double Radius = 3.2;

    private readonly ScatterChart _chart;
    private readonly ScatterPlans _plans;
    private readonly Legend _legend;
    private readonly AxisPlan _x, _y;
    private readonly Frame _frame;

    public ScatterSvg(ScatterChart chart)
    {
        _chart = chart;
        _plans = new ScatterPlans(chart);
        _legend = new Legend([.. Entries()], chart.Width - 60);
        var top = 12 + (chart.Title == "" ? 0 : 20) + _legend.Height + (chart.Y.Title == "" ? 0 : 18);
        var bottom = Math.Max(top + 20, chart.Height - (chart.X.Title == "" ? 24 : 41));
        _y = _plans.Y(bottom - top);
        var left = 14 + Math.Ceiling(_y.Ticks.Select(tick => TextMetrics.Width(tick.Label, 12)).DefaultIfEmpty().Max());
        _x = _plans.X(chart.Width - left - 20);
        _frame = new Frame(left, top, chart.Width - 20, bottom);
    }

    public ScatterPlans Drawn => _plans;

    public (AxisPlan X, AxisPlan Y) Axes => (_x, _y);

    public string Draw()
    {
        var svg = new SvgWriter(_chart.Width, _chart.Height, _chart.Title);
        svg.Heading(_chart.Title, _chart.Width - _frame.Left - 8, _frame.Left);
        _legend.Draw(svg, _frame.Left, _chart.Title == "" ? 18 : 38);
        svg.Text(_frame.Left, _frame.Top - 8, TextMetrics.Fit(_chart.Y.Title, _frame.Width * .8, 12));
        _frame.DrawY(svg, _y);
        _frame.DrawX(svg, _x, _chart.X.Title, grid: true);
        svg.Line(_frame.Left, _frame.Bottom, _frame.Right, _frame.Bottom, Frame.Rule);
        if (_plans.Points.All(set => set.X.Length == 0) && _plans.Lines.All(line => line.Last is null) && _chart.Regions is null)
            svg.Text((_frame.Left + _frame.Right) / 2, (_frame.Top + _frame.Bottom) / 2, "no data", Anchor.Middle);
        else
            DrawPlane(svg);
        return svg.Finish();
    }

    private IEnumerable<(string, string, Swatch)> Entries()
    {
        var drawn = _plans.Points.Select(set => set.Source.Name).ToHashSet();
        // A class without a point has a region all the same.
        foreach (var k in Enumerable.Range(0, _chart.Regions?.ClassNames.Length ?? 0))
            if (!drawn.Contains(_chart.Regions!.ClassNames[k])) yield return (_chart.Regions.ClassNames[k], _chart.Regions.ColorOf(k), Swatch.Box);
        foreach (var set in _plans.Points) yield return (set.Source.Name, set.Color, set.Source.Rings ? Swatch.Ring : Swatch.Dot);
        foreach (var line in _plans.Lines) yield return (line.Source.Name, line.Color, line.Dashed ? Swatch.Dashes : Swatch.Line);
    }

    private void DrawPlane(SvgWriter svg)
    {
        // As in the line chart, a nested svg cuts off what lies outside the frame.
        const int Air = 6;
        svg.Raw("<svg").Number("x", _frame.Left - Air).Number("y", _frame.Top - Air)
            .Number("width", _frame.Width + 2 * Air).Number("height", _frame.Height + 2 * Air).Raw(">\n");
        var inner = new Frame(Air, Air, Air + _frame.Width, Air + _frame.Height);
        if (_chart.Regions is { } regions) DrawRegions(svg, inner, regions);
        foreach (var set in _plans.Points) DrawPoints(svg, inner, set);
        var curves = new CurveSvg(svg, inner, _x, _y);
        foreach (var line in _plans.Lines) curves.DrawBand(line);
        foreach (var line in _plans.Lines) curves.DrawLine(line, marksEnd: false);
        svg.Raw("</svg>\n");
    }

    private void DrawRegions(SvgWriter svg, Frame frame, ClassRegions regions)
    {
        var (left, right) = (frame.X(_x, regions.X.Min), frame.X(_x, regions.X.Max));
        var (top, bottom) = (frame.Y(_y, regions.Y.Max), frame.Y(_y, regions.Y.Min));
        svg.Raw("<image").Number("x", left).Number("y", top).Number("width", right - left).Number("height", bottom - top)
            .Raw(" opacity=\".3\" preserveAspectRatio=\"none\" href=\"").Raw(PngEncoder.DataUri(regions.ToImage())).Raw("\"/>\n");
    }

    /// <summary>All points of a set as one path of round dots: a fifth of the size of single circles.</summary>
    private void DrawPoints(SvgWriter svg, Frame frame, DrawnPoints set)
    {
        if (set.Source.Rings)
        {
            for (var i = 0; i < set.X.Length; i++)
                svg.Circle(frame.X(_x, set.X[i]), frame.Y(_y, set.Y[i]), Radius + 2, $"fill=\"none\" stroke=\"{set.Color}\" stroke-width=\"1.6\"");
            return;
        }
        if (set.X.Length == 0) return;
        var size = set.X.Length > 400 ? 4 : 2 * Radius;
        svg.Raw("<path fill=\"none\" stroke=\"").Raw(set.Color).Raw("\" stroke-linecap=\"round\" stroke-opacity=\".8\"").Number("stroke-width", size).Raw(" d=\"");
        for (var i = 0; i < set.X.Length; i++)
            svg.Raw("M").Coordinate(frame.X(_x, set.X[i])).Raw(" ").Coordinate(frame.Y(_y, set.Y[i])).Raw("h.01");
        svg.Raw("\"/>\n");
    }
}
