using TorchSharp.Utils.tensorboard.Enums;

namespace TorchSharp;

/// <summary>Counts values in the bins of a rule.</summary>
/// <remarks>Source: numpy.histogram, whose numbers it reproduces.</remarks>
internal static class BinEdges
{
    private static readonly Lazy<double[]> s_tensorflow = new(Tensorflow);

    /// <summary>Counts sorted values.</summary>
    /// <returns>The counts, and one edge more than there are counts.</returns>
    public static (double[] Counts, double[] Edges) Count(double[] sorted, HistogramBinSelector bins)
    {
        if (bins == HistogramBinSelector.Tensorflow) return (InEdges(sorted, s_tensorflow.Value), s_tensorflow.Value);
        if (!double.IsFinite(sorted[0]) || !double.IsFinite(sorted[^1]))
            throw new ArgumentException($"add_histogram: expected finite values for bins by {bins}, got NaN or infinity. Use HistogramBinSelector.Tensorflow.", nameof(sorted));
        double width = Width(sorted, bins);
        double range = sorted[^1] - sorted[0];
        return Uniform(sorted, width > 0 ? (int)Math.Ceiling(range / width) : 1);
    }

    private static double Width(double[] x, HistogramBinSelector bins)
    {
        double n = x.Length, range = x[^1] - x[0];
        return bins switch
        {
            HistogramBinSelector.Sqrt => range / Math.Sqrt(n),
            HistogramBinSelector.Sturges => range / (Math.Log2(n) + 1),
            HistogramBinSelector.Rice => range / (2 * Math.Pow(n, 1.0 / 3)),
            HistogramBinSelector.Scott => Math.Pow(24 * Math.Sqrt(Math.PI) / n, 1.0 / 3) * Deviation(x),
            HistogramBinSelector.Doane => Doane(x, range),
            HistogramBinSelector.Stone => Stone(x, range),
            _ => throw new ArgumentOutOfRangeException(nameof(bins), $"add_histogram: expected a member of HistogramBinSelector for bins, got {bins}."),
        };
    }

    private static double Doane(double[] x, double range)
    {
        double n = x.Length, mean = x.Average(), deviation = Deviation(x);
        if (x.Length <= 2 || !(deviation > 0)) return 0;
        double skewness = x.Average(value => Math.Pow((value - mean) / deviation, 3));
        double ofSkewness = Math.Sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
        return range / (1 + Math.Log2(n) + Math.Log2(1 + Math.Abs(skewness) / ofSkewness));
    }

    private static double Stone(double[] x, double range)
    {
        if (x.Length <= 1 || range == 0) return 0;
        int most = Math.Max(100, (int)Math.Sqrt(x.Length));
        return range / Enumerable.Range(1, most).MinBy(Loss);

        double Loss(int bins)
        {
            double squares = Uniform(x, bins).Counts.Sum(count => count / x.Length * (count / x.Length));
            return (2 - (x.Length + 1) * squares) / (range / bins);
        }
    }

    private static double Deviation(double[] x)
    {
        double mean = x.Average();
        return Math.Sqrt(x.Average(value => (value - mean) * (value - mean)));
    }

    private static (double[] Counts, double[] Edges) Uniform(double[] sorted, int count)
    {
        var (first, last) = sorted[0] == sorted[^1] ? (sorted[0] - 0.5, sorted[0] + 0.5) : (sorted[0], sorted[^1]);
        double step = (last - first) / count;
        double[] edges = [.. Enumerable.Range(0, count).Select(i => first + i * step), last];
        return (InEdges(sorted, edges), edges);
    }

    private static double[] InEdges(double[] sorted, double[] edges)
    {
        var counts = new double[edges.Length - 1];
        int bin = 0;
        foreach (double value in sorted)
        {
            if (!(value >= edges[0] && value <= edges[^1])) continue;
            while (bin < counts.Length - 1 && value >= edges[bin + 1]) bin++;
            counts[bin]++;
        }
        return counts;
    }

    private static double[] Tensorflow()
    {
        var positive = new List<double>();
        for (double edge = 1e-12; edge < 1e20; edge *= 1.1) positive.Add(edge);
        return [.. positive.Select(edge => -edge).Reverse(), 0, .. positive];
    }
}
