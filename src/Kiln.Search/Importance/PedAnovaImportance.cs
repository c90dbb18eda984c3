using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>PED-ANOVA: how much each hyperparameter decides whether a trial is among the best tenth; shares add up to 1.</summary>
/// <remarks>
/// Watanabe, Bansal, Hutter (2023), https://arxiv.org/abs/2304.10255, equation 16: along each dimension the densities of the best trials
/// and of all are compared by their Pearson divergence. Takes no time to speak of, and is not misled by how bad the bad trials are.
/// </remarks>
public sealed class PedAnovaImportance : IImportanceMethod
{
    private const double TopShare = 0.1;
    private const int FewestTop = 2, Cells = 50;

    /// <inheritdoc/>
    public string Name => "ped-anova";

    /// <inheritdoc/>
    public string Description => "how much each hyperparameter decides whether a trial is among the best tenth";

    /// <inheritdoc/>
    public ImmutableArray<ParameterImportance> Evaluate(Space space, IReadOnlyList<FinishedTrial> trials, Goal goal)
    {
        if (ImportanceTable.Of(space, trials, goal) is not { } table) return [];
        var top = Math.Max(FewestTop, (int)Math.Ceiling(TopShare * table.Costs.Length));
        int[] order = [.. Enumerable.Range(0, table.Costs.Length).OrderBy(i => table.Costs[i])];
        double[] divergences = [.. space.Dimensions.Select((dimension, i) => Divergence(dimension, [.. order.Select(row => table.Places[row][i])], top))];
        var sum = divergences.Sum();
        return ImportanceTable.Named(space, Array.ConvertAll(divergences, divergence => sum > 0 ? divergence / sum : 1.0 / divergences.Length));
    }

    /// <summary>The mean, over all trials, of the square of how much likelier a place is among the best.</summary>
    private static double Divergence(Dimension dimension, double[] places, int top)
    {
        var (all, best) = (DensityOf(dimension, places), DensityOf(dimension, places[..top]));
        return all.Zip(best, (p, q) => (q - p) * (q - p) / p).Sum();
    }

    /// <summary>Share of each cell: words as they were counted, numbers with a bump around each; every cell has a little of its own.</summary>
    private static double[] DensityOf(Dimension dimension, double[] places)
    {
        var shares = new double[dimension.Categories ?? Cells];
        Array.Fill(shares, 1.0 / shares.Length);
        var width = Width(places);
        foreach (var place in places)
        {
            if (dimension.Categories is { } words) shares[Math.Min((int)(place * words), words - 1)]++;
            else AddBump(shares, place, width);
        }
        return Array.ConvertAll(shares, share => share / (places.Length + 1));
    }

    private static void AddBump(double[] shares, double place, double width)
    {
        double[] bump = [.. Enumerable.Range(0, shares.Length).Select(i => Math.Exp(-0.5 * Math.Pow(((i + 0.5) / shares.Length - place) / width, 2)))];
        var sum = bump.Sum();
        for (var i = 0; i < shares.Length; i++) shares[i] += bump[i] / sum;
    }

    // Scott's rule, but no narrower than a cell.
    private static double Width(double[] places)
    {
        var mean = places.Average();
        var deviation = Math.Sqrt(places.Average(place => (place - mean) * (place - mean)));
        return Math.Max(1.06 * deviation * Math.Pow(places.Length, -0.2), 1.0 / Cells);
    }
}
