using System.Collections.Immutable;

namespace Kiln.Charts.Scales;

/// <summary>A line as every output draws it: reduced, with its colour, and NaN where there is a gap.</summary>
internal sealed class DrawnLine
{
    private DrawnLine(Line line, int index, bool logX, bool logY)
    {
        (Source, Color) = (line, Palette.Valid(line.Color, Palette.Of(index)));
        // Where the colours begin again, dashes tell the lines apart.
        Dashed = line.Dashed || (line.Color is null && index / Palette.Colors.Length % 2 == 1);
        var (xs, ys) = (line.X.OrEmpty(), line.Y.OrEmpty());
        var indices = Reduction.Indices(ys, logY);
        var count = indices?.Length ?? ys.Length;
        (X, Y) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var at = indices is null ? i : indices[i];
            X[i] = xs[at];
            Y[i] = Extent.Shows(ys[at], logY) && Extent.Shows(xs[at], logX) ? ys[at] : double.NaN;
        }
        LeftOut = CountLeftOut(xs, ys, logX, logY);
        Last = LastFinite();
        if (line.HasBand) Band = DrawnBand.Of(xs, line.Low!.Value.OrEmpty(), line.High!.Value.OrEmpty(), logY);
    }

    public Line Source { get; }

    public string Color { get; }

    public bool Dashed { get; }

    public double[] X { get; }

    public double[] Y { get; }

    public DrawnBand? Band { get; }

    /// <summary>The last point that is drawn, if any is.</summary>
    public (double X, double Y)? Last { get; }

    /// <summary>How many of all points have no place on the axes.</summary>
    public int LeftOut { get; }

    public static DrawnLine[] All(LineChart chart)
    {
        var lines = new DrawnLine[chart.Lines.Length];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = new DrawnLine(chart.Lines[i], i, chart.X.Log, chart.Y.Log);
        return lines;
    }

    private static int CountLeftOut(ImmutableArray<double> xs, ImmutableArray<double> ys, bool logX, bool logY)
    {
        var count = 0;
        for (var i = 0; i < ys.Length; i++)
            if (!IsPause(i) && (!Extent.Shows(ys[i], logY) || !Extent.Shows(xs[i], logX))) count++;
        return count;

        bool IsPause(int i) => i > 0 && double.IsNaN(ys[i]) && xs[i] == xs[i - 1];
    }

    private (double X, double Y)? LastFinite()
    {
        for (var i = Y.Length - 1; i >= 0; i--)
            if (!double.IsNaN(Y[i])) return (X[i], Y[i]);
        return null;
    }
}

/// <summary>The band around a line, reduced; stretches without both edges are left out.</summary>
internal sealed record DrawnBand(double[] X, double[] Low, double[] High)
{
    public static DrawnBand Of(ImmutableArray<double> x, ImmutableArray<double> low, ImmutableArray<double> high, bool log)
    {
        var stretches = Math.Min(x.Length, Reduction.MostPoints / 2);
        var (xs, lows, highs) = (new List<double>(stretches), new List<double>(stretches), new List<double>(stretches));
        for (var i = 0; i < stretches; i++)
        {
            var (from, to) = ((int)((long)x.Length * i / stretches), (int)((long)x.Length * (i + 1) / stretches));
            var extent = new Extent(log);
            for (var k = from; k < to; k++)
            {
                if (!extent.Shows(low[k]) || !extent.Shows(high[k])) continue;
                extent.Add(low[k]);
                extent.Add(high[k]);
            }
            if (extent.IsEmpty) continue;
            xs.Add(x[from]);
            lows.Add(extent.Min);
            highs.Add(extent.Max);
        }
        return new DrawnBand([.. xs], [.. lows], [.. highs]);
    }
}
