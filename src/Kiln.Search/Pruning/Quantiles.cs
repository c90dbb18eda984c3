namespace Kiln.Search;

/// <summary>Quantiles of what trials reported.</summary>
internal static class Quantiles
{
    /// <summary>The quantile at a share of 0..1, between neighbours in a straight line, as numpy's default is; NaN where there are no numbers.</summary>
    public static double Of(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        if (sorted.Length == 0) return double.NaN;
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }
}
