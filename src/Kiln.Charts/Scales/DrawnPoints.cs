namespace Kiln.Charts.Scales;

/// <summary>A set of points as every output draws it: an even choice of those that the axes can show.</summary>
internal sealed record DrawnPoints(PointSet Source, string Color, double[] X, double[] Y)
{
    /// <summary>About as many points as still tell apart in a picture, over all sets.</summary>
    public const int MostPoints = 2000;

    /// <summary>Every point that the axes can show, also those not drawn: figures in words are about these.</summary>
    public required double[] AllX { get; init; }

    /// <summary>Heights of <see cref="AllX"/>.</summary>
    public required double[] AllY { get; init; }

    public int LeftOut => Source.X.OrEmpty().Length - AllX.Length;

    public static DrawnPoints[] All(ScatterChart chart)
    {
        var all = chart.Points.Sum(set => (long)set.X.OrEmpty().Length);
        // Every set keeps its share, and a small one all that a picture can use.
        var keep = Math.Min(1, MostPoints / (double)Math.Max(1, all));
        return [.. chart.Points.Select((set, i) => Of(set, Palette.Valid(set.Color, Palette.Of(i)), keep, chart.X.Log, chart.Y.Log))];
    }

    private static DrawnPoints Of(PointSet set, string color, double keep, bool logX, bool logY)
    {
        var (x, y) = (set.X.OrEmpty(), set.Y.OrEmpty());
        var shown = Enumerable.Range(0, x.Length).Where(i => Extent.Shows(x[i], logX) && Extent.Shows(y[i], logY)).ToArray();
        var count = Math.Min(shown.Length, Math.Max((int)Math.Ceiling(shown.Length * keep), 100));
        var drawn = Enumerable.Range(0, count).Select(i => shown[(int)((long)i * shown.Length / count)]).ToArray();
        return new DrawnPoints(set, color, [.. drawn.Select(i => x[i])], [.. drawn.Select(i => y[i])])
        {
            AllX = [.. shown.Select(i => x[i])],
            AllY = [.. shown.Select(i => y[i])],
        };
    }
}
