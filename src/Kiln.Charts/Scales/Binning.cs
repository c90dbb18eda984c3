using System.Collections.Immutable;

namespace Kiln.Charts.Scales;

/// <summary>Counts values into bins of equal width.</summary>
internal static class Binning
{
    public static Histogram Count(IReadOnlyList<(string Name, ImmutableArray<double> Values)> sets, int bins)
    {
        var extent = new Extent(false);
        foreach (var (_, values) in sets) extent.Add(values);
        if (extent.IsEmpty) return new Histogram();
        var edges = Edges(extent.Min, extent.Max, bins);
        return new Histogram { Edges = edges, Series = [.. sets.Select(set => Count(set.Name, set.Values.OrEmpty(), edges))] };
    }

    private static ImmutableArray<double> Edges(double min, double max, int bins)
    {
        // Equal values get a bin around them that is wide enough to have distinct ends.
        var room = Math.Max(Math.Max(Math.Abs(min), Math.Abs(max)) * 1e-9, 1e-290) * bins;
        if (max - min < room)
        {
            room = Math.Max(room, min == 0 ? .5 : Math.Abs(min) * .05);
            (min, max) = (min - room, max + room);
        }
        return [.. Enumerable.Range(0, bins + 1).Select(i => i == bins ? max : min + (max - min) * i / bins)];
    }

    private static HistogramSeries Count(string name, ImmutableArray<double> values, ImmutableArray<double> edges)
    {
        var (counts, leftOut, bins) = (new double[edges.Length - 1], 0L, edges.Length - 1);
        var (from, scale) = (edges[0], bins / (edges[^1] - edges[0]));
        foreach (var value in values)
        {
            if (!Extent.Shows(value, log: false)) leftOut++;
            else counts[Math.Clamp((int)((value - from) * scale), 0, bins - 1)]++;
        }
        return new HistogramSeries(name, [.. counts]) { LeftOut = leftOut };
    }
}
