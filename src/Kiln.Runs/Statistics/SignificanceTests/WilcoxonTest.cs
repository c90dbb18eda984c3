using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Kiln.Runs;

/// <summary>Wilcoxon's signed-rank test: whether differences are centred on zero, by the ranks of their sizes.</summary>
/// <remarks>
/// Wilcoxon (1945), https://doi.org/10.2307/3001968; for two classifiers over several data sets Demšar (2006),
/// https://jmlr.org/papers/v7/demsar06a.html. Zeros are left out. Without ties and zeros and up to
/// <see cref="LargestExactCount"/> differences p is exact; else it is the normal approximation with the correction for ties and
/// none for continuity, as <c>scipy.stats.wilcoxon</c> has it. It assumes differences symmetric about their centre.
/// </remarks>
/// <param name="RankSum">The smaller of the rank sums of positive and negative differences.</param>
/// <param name="PValue">Two-sided p, in 0..1.</param>
/// <param name="Count">Differences other than zero.</param>
/// <param name="IsExact">Whether p is exact.</param>
public sealed record WilcoxonTest(double RankSum, double PValue, int Count, bool IsExact)
{
    /// <summary>Up to this many differences p is exact.</summary>
    public const int LargestExactCount = 50;

    /// <summary>The smallest p that so many differences allow: 2 / 2^n.</summary>
    public double SmallestPossible => Math.Min(1, Math.Pow(2, 1 - Count));

    /// <summary>Tests differences.</summary>
    /// <param name="differences">Differences of pairs, (n) with n of at least 1, all finite.</param>
    /// <returns>The test's result; p is 1 where all differences are zero.</returns>
    /// <exception cref="ArgumentException">There are no differences, or one is not finite.</exception>
    public static WilcoxonTest Of(ImmutableArray<double> differences)
    {
        Differences.Check(differences, nameof(WilcoxonTest));
        var values = differences.Where(difference => difference != 0).ToList();
        if (values.Count == 0)
            return new WilcoxonTest(0, 1, 0, true);
        var (ranks, ties) = Ranks.Of([.. values.Select(Math.Abs)]);
        var positive = ranks.Where((_, i) => values[i] > 0).Sum();
        var smaller = Math.Min(positive, ((double)values.Count * (values.Count + 1) / 2) - positive);
        var isExact = values.Count <= LargestExactCount && values.Count == differences.Length && ties.TrueForAll(size => size == 1);
        var p = isExact ? ExactP((int)smaller, values.Count) : NormalP(smaller, values.Count, ties);
        return new WilcoxonTest(smaller, p, values.Count, isExact);
    }

    /// <summary>Twice the share of the 2^n sign patterns whose positive ranks sum to at most <paramref name="sum"/>.</summary>
    private static double ExactP(int sum, int n)
    {
        var patterns = new double[(n * (n + 1) / 2) + 1];
        patterns[0] = 1;
        for (var rank = 1; rank <= n; rank++)
            for (var reached = patterns.Length - 1; reached >= rank; reached--)
                patterns[reached] += patterns[reached - rank];
        return Math.Min(1, 2 * patterns.AsSpan(0, sum + 1).ToArray().Sum() / Math.Pow(2, n));
    }

    private static double NormalP(double sum, int n, List<int> ties)
    {
        var mean = n * (n + 1) / 4.0;
        var variance = ((n * (n + 1.0) * ((2 * n) + 1)) - (Ranks.TieTerm(ties) / 2)) / 24;
        return 2 * Normal.CDF(0, 1, -Math.Abs(sum - mean) / Math.Sqrt(variance));
    }
}
