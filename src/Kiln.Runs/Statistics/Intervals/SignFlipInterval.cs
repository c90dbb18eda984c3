using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics.Statistics;

namespace Kiln.Runs;

/// <summary>The interval of mean differences that the sign-flip test does not reject: exact at every n, without normality.</summary>
/// <remarks>
/// Moved by a supposed mean m, a pattern that flips the subset S is at least as extreme as the observed one exactly where the
/// mean of S is at most m (on the other side: at least m). So p(m) counts subset means, and the ends of the interval are the
/// k-th smallest and k-th largest of the 2^n - 1 subset means with k = floor(alpha 2^n / 2). With k = 0 (n = 5 at alpha .05)
/// no m is ever rejected and the interval is unbounded. Hartigan (1969), https://doi.org/10.1080/01621459.1969.10501057.
/// </remarks>
/// <param name="Low">Lower end; negative infinity when unbounded.</param>
/// <param name="High">Upper end; positive infinity when unbounded.</param>
/// <param name="Level">The level asked for, 1 - alpha; the true coverage is at least that.</param>
/// <param name="IsExact">Whether all subsets were counted; false: subsets were drawn by chance from a seed.</param>
public sealed record SignFlipInterval(double Low, double High, double Level, bool IsExact)
{
    private const int Draws = 99_999;

    /// <summary>Whether the interval has ends: false where n is too small for the level.</summary>
    public bool IsBounded => double.IsFinite(Low);

    /// <summary>Inverts the test.</summary>
    /// <param name="differences">Differences of pairs, (n) with n of at least 1, all finite.</param>
    /// <param name="alpha">Share of true means left out, in 0..1; default .05.</param>
    /// <param name="seed">Seed of the subsets drawn above n = 20; not used below.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException">There are no differences, or one is not finite, or alpha is not inside 0..1.</exception>
    public static SignFlipInterval Of(ImmutableArray<double> differences, double alpha = 0.05, int seed = 0)
    {
        Differences.Check(differences, nameof(SignFlipInterval));
        Runs.Level.Check(alpha, nameof(SignFlipInterval));
        var isExact = differences.Length <= SignFlipTest.LargestExactCount;
        var rank = Rank(alpha, isExact ? Math.Pow(2, differences.Length) : Draws + 1);
        if (rank == 0)
            return new SignFlipInterval(double.NegativeInfinity, double.PositiveInfinity, 1 - alpha, isExact);
        var means = isExact ? AllSubsetMeans(differences) : DrawnSubsetMeans(differences, seed);
        // Order statistics by selection: sorting a million means would take most of the time.
        var low = ArrayStatistics.OrderStatisticInplace(means, rank);
        var high = ArrayStatistics.OrderStatisticInplace(means, means.Length + 1 - rank);
        return new SignFlipInterval(low, high, 1 - alpha, isExact);
    }

    /// <summary>k = floor(alpha/2 · patterns), with room for alphas such as .05 that have no exact binary form.</summary>
    private static int Rank(double alpha, double patterns) => (int)Math.Floor((alpha / 2 * patterns) + 1e-9);

    private static double[] AllSubsetMeans(ImmutableArray<double> differences)
    {
        var sums = new double[1 << differences.Length];
        for (var subset = 1; subset < sums.Length; subset++)
            sums[subset] = sums[subset & (subset - 1)] + differences[BitOperations.TrailingZeroCount(subset)];
        var means = new double[sums.Length - 1];
        for (var subset = 1; subset < sums.Length; subset++)
            means[subset - 1] = sums[subset] / BitOperations.PopCount((uint)subset);
        return means;
    }

    /// <summary>Means of subsets drawn by chance are typical values too (Hartigan, theorem 2).</summary>
    private static double[] DrawnSubsetMeans(ImmutableArray<double> differences, int seed)
    {
        var subsets = new SubsetDraws(differences, seed);
        var means = new double[Draws];
        for (var draw = 0; draw < Draws;)
        {
            var (sum, count) = subsets.Next();
            if (count > 0)
                means[draw++] = sum / count;
        }
        return means;
    }
}
