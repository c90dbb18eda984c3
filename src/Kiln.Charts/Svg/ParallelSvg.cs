using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>Draws parallel coordinates: lines behind, upright axes with their words over them.</summary>
internal sealed class ParallelSvg
{
    private const double TickRoom = 90;

    private readonly ParallelCoordinates _chart;
    private readonly ParallelPlan _plan;
    private readonly double _left, _right, _top, _bottom;
    private readonly TickPlate[][] _plates;

    public ParallelSvg(ParallelCoordinates chart)
    {
        _chart = chart;
        _top = 12 + (chart.Title == "" ? 0 : 22) + 22;
        _bottom = chart.Height - 14;
        _plan = new ParallelPlan(chart, _bottom - _top);
        _left = 16 + (_plan.Axes is [var first, ..] ? WidthOf(first) : 0);
        _right = Math.Max(_left + 40, chart.Width - 24);
        _plates = [.. _plan.Axes.Select((_, axis) => PlatesOf(axis).ToArray())];
    }

    public string Draw()
    {
        var svg = new SvgWriter(_chart.Width, _chart.Height, _chart.Title);
        svg.Heading(_chart.Title, _chart.Width - 16);
        if (_plan.Drawn.Length == 0) return svg.Text(_chart.Width / 2.0, (_top + _bottom) / 2, "no data", Anchor.Middle).Finish();
        for (var i = 0; i < _plan.Drawn.Length; i++) DrawRun(svg, i);
        for (var axis = 0; axis < _plan.Axes.Length; axis++) DrawAxis(svg, axis);
        return svg.Finish();
    }

    /// <summary>Colour, opacity and width of a drawn run.</summary>
    public static (string Color, double Opacity, double Width) Look(ParallelPlan plan, Better better, int position)
    {
        if (better == Better.Unknown) return (Palette.Of(0), .5, 1.2);
        if (position == plan.Drawn.Length - 1) return (Palette.Of(1), 1, 2.6);
        // The best tenth in colour, all others grey: between two colours nobody can tell a rank.
        return plan.Merit(position) >= .9 ? (Palette.Of(0), .85, 1.4) : (Palette.Neutral, .15 + .35 * plan.Merit(position), 1);
    }

    private double X(int axis) => _plan.Axes.Length < 2 ? (_left + _right) / 2 : _left + axis * (_right - _left) / (_plan.Axes.Length - 1);

    private void DrawRun(SvgWriter svg, int position)
    {
        var (color, opacity, width) = Look(_plan, _chart.Better, position);
        var crossings = _plan.Crossings(_chart, _plan.Drawn[position]).ToArray();
        (double X, double Y) before = default;
        svg.Raw("<path fill=\"none\" stroke=\"").Raw(color).Raw("\" stroke-linejoin=\"round\" stroke-linecap=\"round\"")
            .Raw(FormattableString.Invariant($" stroke-opacity=\"{opacity:0.##}\"")).Number("stroke-width", width).Raw(" d=\"");
        for (var i = 0; i < crossings.Length; i++)
        {
            var (x, y) = (X(crossings[i].Axis), _bottom - crossings[i].Share * (_bottom - _top));
            // The best run lies whole over everything; the many others leave the labels readable.
            if (i > 0 && position < _plan.Drawn.Length - 1)
                foreach (var (from, to) in TickPlate.Hidden(_plates[crossings[i].Axis], before, (x, y)))
                    svg.Raw("L").Coordinate(from.X).Raw(" ").Coordinate(from.Y).Raw("M").Coordinate(to.X).Raw(" ").Coordinate(to.Y);
            svg.Raw(i == 0 ? "M" : "L").Coordinate(x).Raw(" ").Coordinate(y);
            before = (x, y);
        }
        // A run with one value only is a dot.
        svg.Raw(crossings.Length == 1 ? "h.01\"/>\n" : "\"/>\n");
    }

    private void DrawAxis(SvgWriter svg, int axis)
    {
        var (x, room) = (X(axis), Room);
        svg.Line(x, _top, x, _bottom, Frame.Rule);
        // A title at an edge begins or ends there, and reaches no further than half way to the next.
        var toEdge = Math.Min(x, _chart.Width - x);
        var title = TextMetrics.Fit(_chart.Axes[axis].Title, Math.Min(room, Math.Max(2 * toEdge, toEdge + room / 2)) - 4, 12, bold: true);
        var half = TextMetrics.Width(title, 12, bold: true) / 2;
        svg.Text(Math.Clamp(x, half + 4, Math.Max(half + 4, _chart.Width - half - 4)), _top - 10, title, Anchor.Middle, " font-weight=\"600\"");
        foreach (var plate in _plates[axis])
        {
            svg.Line(x - 3, plate.Y, x + 3, plate.Y, Frame.Rule);
            plate.Draw(svg);
        }
    }

    private double Room => _plan.Axes.Length < 2 ? _chart.Width - 20 : (_right - _left) / (_plan.Axes.Length - 1) - 8;

    /// <summary>The labels of an axis that have room, from below.</summary>
    private IEnumerable<TickPlate> PlatesOf(int axis)
    {
        var (x, plan, until) = (X(axis), _plan.Axes[axis], double.PositiveInfinity);
        foreach (var tick in plan.Ticks.OrderBy(tick => plan.Share(tick.Value)))
        {
            var y = _bottom - plan.Share(tick.Value) * (_bottom - _top);
            if (y > until - 13) continue;
            until = y;
            yield return new TickPlate(x - 6, y, TextMetrics.Fit(tick.Label, Math.Min(TickRoom, axis == 0 ? TickRoom : Room), 11));
        }
    }

    private static double WidthOf(AxisPlan axis) => Math.Min(TickRoom, Math.Ceiling(axis.Ticks.Select(tick => TextMetrics.Width(tick.Label, 11)).DefaultIfEmpty().Max()));
}
