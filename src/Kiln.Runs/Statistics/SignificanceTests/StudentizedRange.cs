using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using MathNet.Numerics.RootFinding;

namespace Kiln.Runs;

/// <summary>
/// The range of k standard normal values (the studentized range with infinite degrees of freedom), which MathNet lacks.
/// </summary>
/// <remarks><c>scipy.stats.studentized_range(k, inf)</c>: P(q) = k ∫ φ(z) (Φ(z) - Φ(z - q))^(k-1) dz.</remarks>
internal static class StudentizedRange
{
    // Beyond 9 the density is below 1e-18; in so many pieces a rule of 20 points is exact to the last digits.
    private const double Edge = 9;
    private const int Pieces = 36;

    /// <summary>Probability of a range up to <paramref name="range"/>.</summary>
    public static double Cdf(int k, double range)
    {
        double Density(double z) => Normal.PDF(0, 1, z) * Math.Pow(Normal.CDF(0, 1, z) - Normal.CDF(0, 1, z - range), k - 1);
        const double width = 2 * Edge / Pieces;
        return k * Enumerable.Range(0, Pieces).Sum(i => GaussLegendreRule.Integrate(Density, (i * width) - Edge, ((i + 1) * width) - Edge, 20));
    }

    /// <summary>The range that is kept to with a probability.</summary>
    public static double Quantile(int k, double probability) =>
        Brent.FindRoot(range => Cdf(k, range) - probability, 0, 50, accuracy: 1e-13, maxIterations: 200);
}
