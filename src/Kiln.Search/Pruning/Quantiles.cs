using MathNet.Numerics.Statistics;

namespace Kiln.Search;

/// <summary>Quantiles of what trials reported.</summary>
internal static class Quantiles
{
    /// <summary>The quantile at a share of 0..1, between neighbours in a straight line, as numpy's default is; NaN where there are no numbers.</summary>
    public static double Of(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
    }
}
