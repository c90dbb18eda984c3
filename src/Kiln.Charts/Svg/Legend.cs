namespace Kiln.Charts.Svg;

/// <summary>What stands before a name in a legend.</summary>
internal enum Swatch
{
    Dot,
    Ring,
    Box,
    Line,
    Dashes,
}

/// <summary>A legend above the frame: names with swatches in at most two rows, and how many did not fit.</summary>
internal sealed class Legend
{
    private const double RowHeight = 18, SwatchWidth = 20;
    private const int MostRows = 2;

    private readonly List<(string Name, string Color, Swatch Swatch, int Row, double X)> _entries = [];
    private readonly int _left;

    public Legend(IReadOnlyList<(string Name, string Color, Swatch Swatch)> entries, double room)
    {
        var named = entries.Where(entry => entry.Name != "").ToArray();
        var (row, x) = (0, 0.0);
        foreach (var (name, color, swatch) in named)
        {
            var word = TextMetrics.Fit(name, Math.Min(room - 90, 220), 12);
            var width = SwatchWidth + TextMetrics.Width(word, 12) + 14;
            // The last row keeps room for "+12 more".
            if (x > 0 && x + width > room - (row == MostRows - 1 ? 70 : 0)) (row, x) = (row + 1, 0);
            if (row == MostRows) break;
            _entries.Add((word, color, swatch, row, x));
            x += width;
        }
        _left = named.Length - _entries.Count;
    }

    public double Height => _entries.Count == 0 ? 0 : (_entries[^1].Row + 1) * RowHeight + 2;

    public void Draw(SvgWriter svg, double left, double baseline)
    {
        foreach (var (name, color, swatch, row, x) in _entries)
        {
            DrawSwatch(svg, left + x, baseline + row * RowHeight - 4, color, swatch);
            svg.Text(left + x + SwatchWidth, baseline + row * RowHeight, name);
        }
        if (_left == 0) return;
        var last = _entries[^1];
        svg.Text(left + last.X + SwatchWidth + TextMetrics.Width(last.Name, 12) + 14, baseline + last.Row * RowHeight, $"+{_left} more");
    }

    private static void DrawSwatch(SvgWriter svg, double x, double y, string color, Swatch swatch)
    {
        switch (swatch)
        {
            case Swatch.Dot: svg.Circle(x + 8, y, 4, $"fill=\"{color}\""); break;
            case Swatch.Ring: svg.Circle(x + 8, y, 4, $"fill=\"none\" stroke=\"{color}\" stroke-width=\"1.5\""); break;
            case Swatch.Box: svg.Rectangle(x + 2, y - 5, 12, 10, $"fill=\"{color}\" fill-opacity=\".35\" stroke=\"{color}\""); break;
            default: svg.Line(x, y, x + 16, y, $"stroke=\"{color}\" stroke-width=\"2.5\"{(swatch == Swatch.Dashes ? " stroke-dasharray=\"5 3\"" : "")}"); break;
        }
    }
}
