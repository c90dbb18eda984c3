using MathNet.Numerics.Distributions;

namespace Kiln.Runs;

/// <summary>How many pairs a paired comparison needs.</summary>
internal static class SampleSize
{
    /// <summary>Above this no number is given: the difference is too small for the spread.</summary>
    public const int Largest = 10_000;

    /// <summary>
    /// Pairs needed to show a mean difference, at least the n whose smallest sign-flip p is alpha; null when that is beyond
    /// <see cref="Largest"/>.
    /// </summary>
    public static int? Pairs(double difference, double deviation, double alpha, double power)
    {
        var least = SignFlipTest.SmallestCountFor(alpha);
        if (deviation == 0)
            return least;
        var effect = Math.Abs(difference) / deviation;
        var pairs = Guenther(effect, alpha, power);
        if (pairs > Largest)
            return null;
        return pairs > least ? (int)pairs : FewestOf(least, effect, power);
    }

    // With the fewest pairs only agreement of all of them is significant: of normal differences with probability Φ(effect)^n.
    private static int FewestOf(int least, double effect, double power) =>
        Math.Pow(Normal.CDF(0, 1, effect), least) >= power ? least : least + 1;

    /// <summary>
    /// n = (z(1-alpha/2) + z(power))² / effect² + z(1-alpha/2)²/2: within one pair of the exact power of the t-test, which the
    /// sign-flip test shares.
    /// </summary>
    /// <remarks>Guenther (1981), https://doi.org/10.2307/2683984.</remarks>
    public static double Guenther(double effect, double alpha, double power)
    {
        var (zAlpha, zPower) = (Normal.InvCDF(0, 1, 1 - (alpha / 2)), Normal.InvCDF(0, 1, power));
        var ratio = (zAlpha + zPower) / effect;
        return Math.Ceiling((ratio * ratio) + (zAlpha * zAlpha / 2));
    }
}
