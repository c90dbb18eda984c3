namespace Kiln.Search;

/// <summary>How wide the bump around each observed place is: as wide as the larger gap to a neighbour.</summary>
/// <remarks>
/// Where trials lie close together the density follows them closely, elsewhere it stays open. On joint densities of few points this
/// finds better minima than one width for all (Scott's rule), by the benchmark "search".
/// </remarks>
internal static class Bandwidths
{
    // However many trials fall on one place, a bump covers a hundredth of the range: the search never stops looking around.
    private const double MostParts = 100;

    // Nor does one become narrower than its part when the range is divided among so many for each place.
    private const double PartsPerPlace = 1.5;

    // Where values are few a bump always reaches the neighbours: narrower ones take a value for bad that was only tried more often.
    private const double ValuesReached = 0.75;

    /// <summary>The widths, as standard deviations, of places in 0..1; 0 for NaN.</summary>
    /// <param name="places">The places.</param>
    /// <param name="valueWidth">The part of the range that belongs to one value; 0 where any number will do.</param>
    public static double[] Of(double[] places, double valueWidth)
    {
        int[] order = [.. Enumerable.Range(0, places.Length).Where(i => !double.IsNaN(places[i]))];
        double[] sorted = [.. order.Select(i => places[i])];
        Array.Sort(sorted, order);
        var least = Math.Max(1 / Math.Min(MostParts, PartsPerPlace * order.Length + 1), ValuesReached * valueWidth);
        var widths = new double[places.Length];
        for (var rank = 0; rank < order.Length; rank++)
            widths[order[rank]] = Math.Clamp(Math.Max(Gap(sorted, rank - 1), Gap(sorted, rank)), least, 1);
        return widths;
    }

    // Between the places of one rank and the next; none beyond the outermost, unless there is nothing else to go by.
    private static double Gap(double[] sorted, int rank)
    {
        if (sorted.Length == 1) return 1;
        return rank < 0 || rank + 1 == sorted.Length ? 0 : sorted[rank + 1] - sorted[rank];
    }
}
