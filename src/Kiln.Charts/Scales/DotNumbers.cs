namespace Kiln.Charts.Scales;

/// <summary>The numbers of a dot chart, all with the same decimals, and the range they span.</summary>
internal sealed class DotNumbers
{
    public DotNumbers(DotChart chart)
    {
        Extent = ExtentOf(chart);
        var (spread, size) = Extent.IsEmpty ? (0, 0) : (Extent.Max - Extent.Min, Math.Max(Math.Abs(Extent.Min), Math.Abs(Extent.Max)));
        // Over powers of ten no number of decimals fits all rows.
        Format = chart.X.Log ? "" : Numbers.ColumnFormat(spread, size);
        Columns = [.. chart.Dots.Select(dot => dot.Note ?? Value(dot) + (dot.Interval is null ? "" : "  " + Interval(dot)))];
    }

    public Extent Extent { get; }

    /// <summary>The common number format, empty where each number is written on its own.</summary>
    public string Format { get; }

    /// <summary>What stands beside each row: value and interval.</summary>
    public string[] Columns { get; }

    public string Value(Dot dot) => Numbers.Write(dot.Value, Format);

    public string Interval(Dot dot) => dot.Interval is { } interval
        ? $"[{Numbers.Write(interval.Low, Format)}, {Numbers.Write(interval.High, Format)}]"
        : "";

    private static Extent ExtentOf(DotChart chart)
    {
        var extent = new Extent(chart.X.Log);
        foreach (var dot in chart.Dots)
        {
            extent.Add(dot.Value);
            extent.Add(dot.Points);
            if (dot.Interval is not { } interval) continue;
            extent.Add(interval.Low);
            extent.Add(interval.High);
        }
        if (chart.Reference is { } reference) extent.Add(reference);
        if (chart.Band is not { } band) return extent;
        extent.Add(band.Low);
        extent.Add(band.High);
        return extent;
    }
}
