using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Ranks from 1, rising; equal values share the mean of their ranks (scipy.stats.rankdata).</summary>
internal static class Ranks
{
    /// <summary>The rank of each value, (n), and the sizes of the groups of equal values.</summary>
    public static (double[] Ranks, List<int> Ties) Of(IReadOnlyList<double> values)
    {
        var ranks = new double[values.Count];
        var ties = new List<int>();
        var rising = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToList();
        for (var first = 0; first < rising.Count;)
        {
            var end = first + 1;
            while (end < rising.Count && values[rising[end]] == values[rising[first]])
                end++;
            for (var i = first; i < end; i++)
                ranks[rising[i]] = (first + 1 + end) / 2.0;
            ties.Add(end - first);
            first = end;
        }
        return (ranks, ties);
    }

    /// <summary>The mean rank of each arm over data sets, (k); 1 is best.</summary>
    public static ImmutableArray<double> MeansOf(IReadOnlyList<IReadOnlyList<double>> scores, bool higherIsBetter)
    {
        var sums = new double[scores.Count];
        for (var data = 0; data < scores[0].Count; data++)
        {
            var ranks = Of([.. scores.Select(row => higherIsBetter ? -row[data] : row[data])]).Ranks;
            for (var arm = 0; arm < sums.Length; arm++)
                sums[arm] += ranks[arm] / scores[0].Count;
        }
        return [.. sums];
    }

    /// <summary>Sum of t³ - t over groups of equal values: what ties take from the variance of a rank sum.</summary>
    public static double TieTerm(IEnumerable<int> ties) => ties.Sum(size => ((double)size * size * size) - size);
}
