using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Kiln.Runs;

/// <summary>Wilson's score interval of a share, such as that of right answers.</summary>
/// <remarks>
/// Wilson (1927), https://doi.org/10.1080/01621459.1927.10502953; <c>scipy.stats.binomtest(k, n).proportion_ci(level, "wilson")</c>.
/// Unlike the normal interval it stays inside 0..1 and has a width where all answers are right.
/// </remarks>
internal static class WilsonInterval
{
    /// <summary>Mean and interval of values that are 0 or 1, (n) with n of at least 1.</summary>
    public static MeanInterval Of(ImmutableArray<double> answers, double alpha)
    {
        Differences.Check(answers, nameof(WilsonInterval));
        Level.Check(alpha, nameof(WilsonInterval));
        var (n, share, z) = (answers.Length, Differences.Mean(answers), Normal.InvCDF(0, 1, 1 - (alpha / 2)));
        var shrink = 1 + (z * z / n);
        var middle = (share + (z * z / (2 * n))) / shrink;
        var half = z / shrink * Math.Sqrt((share * (1 - share) / n) + (z * z / (4.0 * n * n)));
        return new MeanInterval(n, share, Differences.Deviation(answers), share == 0 ? 0 : middle - half, share == 1 ? 1 : middle + half, 1 - alpha) { Method = "Wilson's score" };
    }
}
