using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Kiln.Runs;

/// <summary>Friedman's test: whether several arms, ranked on each of several data sets, differ at all.</summary>
/// <remarks>
/// Friedman (1937), https://doi.org/10.1080/01621459.1937.10503522, with the correction for ties;
/// <c>scipy.stats.friedmanchisquare</c> gives the same numbers. p is the chi-square approximation, good from about 10 data sets on.
/// It assumes that data sets are independent.
/// </remarks>
/// <param name="MeanRanks">Mean rank of each arm, (k); 1 is best.</param>
/// <param name="ChiSquare">The statistic.</param>
/// <param name="PValue">p, in 0..1; 1 where all arms tie everywhere.</param>
/// <param name="DataSets">Number of data sets.</param>
public sealed record FriedmanTest(ImmutableArray<double> MeanRanks, double ChiSquare, double PValue, int DataSets)
{
    /// <summary>Tests scores.</summary>
    /// <param name="scores">A row for each arm, (k, N) with k of at least 3 and N of at least 2: its score on each data set.</param>
    /// <param name="higherIsBetter">Whether rank 1 goes to the greatest score (default) or the smallest.</param>
    /// <returns>The test's result.</returns>
    /// <exception cref="ArgumentException">There are fewer than three arms or two data sets, or rows of different lengths.</exception>
    public static FriedmanTest Of(IReadOnlyList<IReadOnlyList<double>> scores, bool higherIsBetter = true)
    {
        Check(scores);
        var (arms, dataSets) = (scores.Count, scores[0].Count);
        var sums = new double[arms];
        var ties = 0.0;
        for (var data = 0; data < dataSets; data++)
        {
            var (ranks, sizes) = Ranks.Of([.. scores.Select(row => higherIsBetter ? -row[data] : row[data])]);
            ties += Ranks.TieTerm(sizes);
            for (var arm = 0; arm < arms; arm++)
                sums[arm] += ranks[arm];
        }
        var untied = 1 - (ties / (arms * ((arms * (double)arms) - 1) * dataSets));
        var chiSquare = untied <= 0 ? 0 : ((12.0 / (arms * dataSets * (arms + 1.0)) * sums.Sum(sum => sum * sum)) - (3 * dataSets * (arms + 1.0))) / untied;
        var p = untied <= 0 ? 1 : 1 - ChiSquared.CDF(arms - 1, Math.Max(0, chiSquare));
        return new FriedmanTest([.. sums.Select(sum => sum / dataSets)], chiSquare, p, dataSets);
    }

    private static void Check(IReadOnlyList<IReadOnlyList<double>> scores)
    {
        if (scores.Count < 3 || scores[0].Count < 2)
            throw new ArgumentException($"{nameof(FriedmanTest)}: expected at least 3 arms on 2 data sets, got {scores.Count} on {(scores.Count == 0 ? 0 : scores[0].Count)}. Compare two arms with {nameof(WilcoxonTest)}.");
        if (scores.FirstOrDefault(row => row.Count != scores[0].Count) is { } other)
            throw new ArgumentException($"{nameof(FriedmanTest)}: expected {scores[0].Count} scores of each arm, got {other.Count}. Give one score for each data set.");
    }
}
