using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>
/// Nemenyi's critical difference: two arms whose mean ranks are closer than this cannot be told apart. With the mean ranks and the
/// groups it is all that a critical-difference diagram draws.
/// </summary>
/// <remarks>
/// Demšar (2006), https://jmlr.org/papers/v7/demsar06a.html, §3.2.2: CD = q(1 - alpha, k, ∞)/√2 · √(k (k + 1) / (6 N)). To be read
/// after <see cref="FriedmanTest"/> has rejected.
/// </remarks>
/// <param name="MeanRanks">Mean rank of each arm, (k); 1 is best.</param>
/// <param name="Difference">The critical difference, in ranks.</param>
/// <param name="Groups">
/// Arms (as indices, best rank first) that cannot be told apart, each group as large as it can be and of at least two arms: the bars
/// of the diagram. An arm may be in several.
/// </param>
/// <param name="Alpha">Chance of telling any two apart where all are equal.</param>
public sealed record CriticalDifference(ImmutableArray<double> MeanRanks, double Difference, ImmutableArray<ImmutableArray<int>> Groups, double Alpha)
{
    /// <summary>Computes difference and groups from a Friedman test.</summary>
    /// <param name="test">Ranks of k arms over N data sets.</param>
    /// <param name="alpha">Chance of telling any two apart where all are equal, in 0..1; default .05.</param>
    /// <returns>Difference and groups.</returns>
    /// <exception cref="ArgumentException">Alpha is not inside 0..1.</exception>
    public static CriticalDifference Of(FriedmanTest test, double alpha = 0.05)
    {
        Level.Check(alpha, nameof(CriticalDifference));
        var difference = Between(test.MeanRanks.Length, test.DataSets, alpha);
        return new CriticalDifference(test.MeanRanks, difference, GroupsOf(test.MeanRanks, difference), alpha);
    }

    /// <summary>p of the difference of two arms by Nemenyi's test.</summary>
    /// <param name="a">Index of the first arm.</param>
    /// <param name="b">Index of the second arm.</param>
    /// <param name="dataSets">Number of data sets.</param>
    /// <returns>p, in 0..1, already made for all pairs of arms.</returns>
    public double PValue(int a, int b, int dataSets)
    {
        var k = MeanRanks.Length;
        return Math.Clamp(1 - StudentizedRange.Cdf(k, Math.Abs(MeanRanks[a] - MeanRanks[b]) * Math.Sqrt(2) / RankError(k, dataSets)), 0, 1);
    }

    /// <summary>The difference of mean ranks that k arms over N data sets must have.</summary>
    internal static double Between(int arms, int dataSets, double alpha) =>
        StudentizedRange.Quantile(arms, 1 - alpha) / Math.Sqrt(2) * RankError(arms, dataSets);

    private static double RankError(int arms, int dataSets) => Math.Sqrt(arms * (arms + 1.0) / (6.0 * dataSets));

    private static ImmutableArray<ImmutableArray<int>> GroupsOf(ImmutableArray<double> ranks, double difference)
    {
        int[] order = [.. Enumerable.Range(0, ranks.Length).OrderBy(arm => ranks[arm])];
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var reached = 0;
        for (var first = 0; first < order.Length; first++)
        {
            var end = first + 1;
            while (end < order.Length && ranks[order[end]] - ranks[order[first]] < difference)
                end++;
            // One that ends no further than the last is part of it.
            if (end - first > 1 && end > reached)
                groups.Add([.. order[first..end]]);
            reached = Math.Max(reached, end);
        }
        return groups.ToImmutable();
    }
}
