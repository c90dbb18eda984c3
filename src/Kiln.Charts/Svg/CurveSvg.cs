using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>Draws single curves and bands into a frame.</summary>
internal sealed class CurveSvg(SvgWriter svg, Frame frame, AxisPlan xAxis, AxisPlan yAxis)
{
    /// <summary>Above this number of points dots would merge into a thick line.</summary>
    private const int MostDots = 60;

    public void DrawBand(DrawnLine line)
    {
        if (line.Band is not { X.Length: > 1 } band) return;
        svg.Raw("<path fill=\"").Raw(line.Color).Raw("\" fill-opacity=\".16\" d=\"");
        for (var i = 0; i < band.X.Length; i++) Point(i == 0 ? "M" : "L", band.X[i], band.High[i]);
        for (var i = band.X.Length - 1; i >= 0; i--) Point("L", band.X[i], band.Low[i]);
        svg.Raw("Z\"/>\n");
    }

    /// <param name="line">The curve.</param>
    /// <param name="marksEnd">Whether its last point gets a dot, as the newest value of a curve that grows.</param>
    public void DrawLine(DrawnLine line, bool marksEnd = true)
    {
        if (line.Last is not { } last) return;
        var source = line.Source;
        svg.Raw("<path fill=\"none\" stroke=\"").Raw(line.Color)
            .Raw(source.Faint ? "\" stroke-opacity=\".75\" stroke-width=\"1.2\"" : "\" stroke-width=\"2\"")
            .Raw(line.Dashed ? " stroke-dasharray=\"6 4\"" : "")
            .Raw(" stroke-linejoin=\"round\" stroke-linecap=\"round\" d=\"");
        Path(line);
        svg.Raw("\"/>\n");
        if (source.ShowPoints && line.X.Length <= MostDots)
            for (var i = 0; i < line.X.Length; i++) Dot(line, line.X[i], line.Y[i]);
        else
            DrawSingles(line, marksEnd ? last : null);
    }

    /// <summary>Dots for the end of the curve and for each point between two gaps, which has no segment to show it.</summary>
    private void DrawSingles(DrawnLine line, (double X, double Y)? last)
    {
        var y = line.Y;
        for (var i = 0; i < y.Length - 1; i++)
            if (double.IsNaN(y[i + 1]) && (i == 0 || double.IsNaN(y[i - 1]))) Dot(line, line.X[i], y[i]);
        if (last is { } end) Dot(line, end.X, end.Y);
    }

    private void Path(DrawnLine line)
    {
        var (x, y) = (line.X, line.Y);
        for (var i = 0; i < y.Length; i++)
        {
            if (double.IsNaN(y[i])) continue;
            var starts = i == 0 || double.IsNaN(y[i - 1]);
            Point(starts ? "M" : "L", x[i], y[i]);
        }
    }

    private void Point(string command, double x, double y) =>
        svg.Raw(command).Coordinate(frame.X(xAxis, x)).Raw(" ").Coordinate(frame.Y(yAxis, y));

    private void Dot(DrawnLine line, double x, double y)
    {
        if (double.IsNaN(y)) return;
        svg.Circle(frame.X(xAxis, x), frame.Y(yAxis, y), line.Source.Faint ? 2 : 3,
            $"fill=\"{line.Color}\"{(line.Source.Faint ? " fill-opacity=\".7\"" : "")}");
    }
}
