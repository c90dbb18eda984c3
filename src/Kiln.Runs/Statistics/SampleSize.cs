using MathNet.Numerics.Distributions;

namespace Kiln.Runs;

/// <summary>How many pairs a paired comparison needs.</summary>
internal static class SampleSize
{
    /// <summary>Above this no number is given: the difference is too small for the spread.</summary>
    public const int Largest = 10_000;

    /// <summary>
    /// Pairs needed to show a mean difference: n = (z(1-alpha/2) + z(power))² (deviation/difference)² + z(1-alpha/2)²/2, at least
    /// the n whose smallest sign-flip p is alpha; null when that is beyond <see cref="Largest"/>.
    /// </summary>
    /// <remarks>Guenther (1981), https://doi.org/10.2307/2683984: within one pair of the exact power of the t-test.</remarks>
    public static int? Pairs(double difference, double deviation, double alpha, double power)
    {
        var least = SignFlipTest.SmallestCountFor(alpha);
        if (deviation == 0)
            return least;
        var (zAlpha, zPower) = (Normal.InvCDF(0, 1, 1 - (alpha / 2)), Normal.InvCDF(0, 1, power));
        var ratio = (zAlpha + zPower) * deviation / Math.Abs(difference);
        var pairs = (ratio * ratio) + (zAlpha * zAlpha / 2);
        return pairs <= Largest ? Math.Max(least, (int)Math.Ceiling(pairs)) : null;
    }
}
