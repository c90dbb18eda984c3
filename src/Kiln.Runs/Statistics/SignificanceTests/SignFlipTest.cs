using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>
/// The sign-flip (paired permutation) test of whether differences are centred on zero: p is the share of all sign patterns
/// whose mean is at least as far from zero as the observed one.
/// </summary>
/// <remarks>
/// Fisher, The Design of Experiments (1935), §21; <c>scipy.stats.permutation_test(…, permutation_type="samples")</c> gives
/// the same numbers. It assumes only that without an effect each difference is as likely as its opposite.
/// </remarks>
public sealed record SignFlipTest
{
    /// <summary>Up to this many differences every pattern is counted; above, patterns are drawn.</summary>
    public const int LargestExactCount = 20;

    private const int Draws = 99_999;

    // Patterns that tie exactly may differ in the last bits of their sums; scipy allows 1e-14 here.
    private const double TieTolerance = 1e-13;

    private SignFlipTest(double pValue, int patterns, bool isExact, double smallestPossible)
    {
        PValue = pValue;
        Patterns = patterns;
        IsExact = isExact;
        SmallestPossible = smallestPossible;
    }

    /// <summary>Two-sided p, in 0..1.</summary>
    public double PValue { get; }

    /// <summary>The smallest p that so many differences allow: 2 / 2^n (n = 3: .25, 5: .0625, 6: .03125).</summary>
    public double SmallestPossible { get; }

    /// <summary>Number of sign patterns that were counted.</summary>
    public int Patterns { get; }

    /// <summary>Whether all patterns were counted; false: patterns were drawn by chance from a seed.</summary>
    public bool IsExact { get; }

    /// <summary>Tests differences.</summary>
    /// <param name="differences">Differences of pairs, (n) with n of at least 1, all finite.</param>
    /// <param name="seed">Seed of the patterns drawn above n = 20; not used below.</param>
    /// <returns>The test's result.</returns>
    /// <exception cref="ArgumentException">There are no differences, or one is not finite.</exception>
    public static SignFlipTest Of(ImmutableArray<double> differences, int seed = 0)
    {
        Differences.Check(differences, nameof(SignFlipTest));
        var observed = Math.Abs(differences.Sum()) - (TieTolerance * differences.Sum(Math.Abs));
        var n = differences.Length;
        if (n > LargestExactCount)
            return Drawn(differences, observed, seed);
        var patterns = 1 << n;
        return new SignFlipTest((double)CountExact(differences, observed) / patterns, patterns, true, Math.Min(1, 2.0 / patterns));
    }

    /// <summary>The smallest n whose smallest p is at most <paramref name="alpha"/>: 6 for .05.</summary>
    internal static int SmallestCountFor(double alpha)
    {
        var n = 1;
        while (Math.Pow(2, 1 - n) > alpha)
            n++;
        return n;
    }

    private static int CountExact(ImmutableArray<double> differences, double observed)
    {
        // The sums of each half once, so that a pattern costs one addition and no rounding piles up.
        var half = differences.Length / 2;
        var left = SignedSums(differences.AsSpan(0, half));
        var right = SignedSums(differences.AsSpan(half, differences.Length - half));
        var count = 0;
        foreach (var a in left)
            foreach (var b in right)
                if (Math.Abs(a + b) >= observed)
                    count++;
        return count;
    }

    private static double[] SignedSums(ReadOnlySpan<double> values)
    {
        var sums = new double[1 << values.Length];
        var filled = 1;
        foreach (var value in values)
        {
            for (var i = 0; i < filled; i++)
            {
                sums[filled + i] = sums[i] - value;
                sums[i] += value;
            }
            filled *= 2;
        }
        return sums;
    }

    private static SignFlipTest Drawn(ImmutableArray<double> differences, double observed, int seed)
    {
        var (subsets, total) = (new SubsetDraws(differences, seed), differences.Sum());
        var count = 0;
        for (var draw = 0; draw < Draws; draw++)
            if (Math.Abs(total - (2 * subsets.Next().Sum)) >= observed)
                count++;
        // The observed pattern is one of them: Phipson and Smyth (2010), https://doi.org/10.2202/1544-6115.1585
        return new SignFlipTest((count + 1.0) / (Draws + 1), Draws, false, Math.Max(Math.Pow(2, 1 - differences.Length), 1.0 / (Draws + 1)));
    }
}
