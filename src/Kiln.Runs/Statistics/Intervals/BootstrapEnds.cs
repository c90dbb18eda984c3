using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Kiln.Runs;

/// <summary>The ends of intervals from what the resamples gave.</summary>
internal static class BootstrapEnds
{
    /// <summary>The quantiles alpha/2 and 1 - alpha/2 of the resamples.</summary>
    public static BootstrapInterval Percentile(double[] rising, double alpha) =>
        Between(rising, alpha / 2, 1 - (alpha / 2), alpha, "percentile");

    /// <summary>Quantiles moved by the bias of the resamples' median and by the skew of the jackknife (Efron and Tibshirani, 14.10).</summary>
    public static BootstrapInterval Bca(ImmutableArray<double> values, double[] rising, double alpha)
    {
        var observed = Differences.Mean(values);
        var below = (rising.Count(value => value < observed) + rising.Count(value => value <= observed)) / (2.0 * rising.Length);
        // All resamples on one side: the bias has no estimate.
        if (below is 0 or 1 || rising[0] == rising[^1])
            return Percentile(rising, alpha);
        var (bias, skew) = (Normal.InvCDF(0, 1, below), Acceleration(values, observed));
        double Moved(double z) => Normal.CDF(0, 1, bias + ((bias + z) / (1 - (skew * (bias + z)))));
        var edge = Normal.InvCDF(0, 1, alpha / 2);
        return Between(rising, Moved(edge), Moved(-edge), alpha, "BCa");
    }

    // Leaving out x moves the mean by (mean - x)/(n - 1), so the jackknife needs no loop over samples.
    private static double Acceleration(ImmutableArray<double> values, double mean)
    {
        var squares = values.Sum(value => (value - mean) * (value - mean));
        return values.Sum(value => Math.Pow(value - mean, 3)) / (6 * Math.Pow(squares, 1.5));
    }

    private static BootstrapInterval Between(double[] rising, double low, double high, double alpha, string method) => new(
        SortedArrayStatistics.QuantileCustom(rising, low, QuantileDefinition.R7),
        SortedArrayStatistics.QuantileCustom(rising, high, QuantileDefinition.R7),
        1 - alpha,
        method);
}
