using System.Collections.Immutable;

namespace Kiln.Charts.Scales;

/// <summary>Fewer points that draw the same curve: every stretch keeps its lowest and its highest value.</summary>
internal static class Reduction
{
    /// <summary>The most points of one line that are drawn: about twice the pixels of a frame.</summary>
    public const int MostPoints = 1000;

    /// <summary>Chooses the points to draw.</summary>
    /// <returns>
    /// Ascending indices, at most <see cref="MostPoints"/>: the first, the last, and of each stretch between them the lowest and the
    /// highest in their order, or one gap where none of its values can be shown. Null if all points are to be drawn.
    /// </returns>
    public static int[]? Indices(ImmutableArray<double> values, bool log)
    {
        if (values.Length <= MostPoints) return null;
        const int Stretches = (MostPoints - 2) / 2;
        var chosen = new List<int>(MostPoints) { 0 };
        var inner = values.Length - 2L;
        for (var i = 0; i < Stretches; i++)
            AddStretch(values, log, (int)(1 + inner * i / Stretches), (int)(1 + inner * (i + 1) / Stretches), chosen);
        chosen.Add(values.Length - 1);
        return [.. chosen];
    }

    private static void AddStretch(ImmutableArray<double> values, bool log, int from, int to, List<int> chosen)
    {
        var (low, high) = (-1, -1);
        for (var i = from; i < to; i++)
        {
            if (!Extent.Shows(values[i], log)) continue;
            if (low < 0 || values[i] < values[low]) low = i;
            if (high < 0 || values[i] > values[high]) high = i;
        }
        if (low < 0) chosen.Add(from);
        else if (low == high) chosen.Add(low);
        else chosen.AddRange([Math.Min(low, high), Math.Max(low, high)]);
    }
}
