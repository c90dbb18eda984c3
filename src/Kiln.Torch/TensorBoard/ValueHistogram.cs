using TorchSharp.Utils.tensorboard.Enums;

namespace TorchSharp;

/// <summary>A histogram as torch.utils.tensorboard makes it: empty bins at both ends are cut off, but for one on the left.</summary>
internal sealed record ValueHistogram(double Min, double Max, double Count, double Sum, double SumOfSquares, double[] Limits, double[] Counts)
{
    /// <exception cref="ArgumentException">There are no values, or all lie outside the bins.</exception>
    public static ValueHistogram Of(double[] values, HistogramBinSelector bins, long? maxBins)
    {
        if (values.Length == 0) throw new ArgumentException("add_histogram: expected values, got an empty tensor.", nameof(values));
        if (maxBins < 1) throw new ArgumentOutOfRangeException(nameof(maxBins), $"add_histogram: expected max_bins of at least 1, got {maxBins}.");
        var sorted = values.Order().ToArray();
        var (counts, limits) = BinEdges.Count(sorted, bins);
        if (counts.Length > maxBins) (counts, limits) = Joined(counts, limits, (int)(counts.Length / maxBins.Value));
        (counts, limits) = WithoutEmptyEnds(counts, limits);
        return new(sorted[0], sorted[^1], values.Length, values.Sum(), values.Sum(value => value * value), limits, counts);
    }

    private static (double[] Counts, double[] Limits) Joined(double[] counts, double[] limits, int factor)
    {
        double[] joined = [.. counts.Chunk(factor).Select(chunk => chunk.Sum())];
        double[] edges = [.. Enumerable.Range(0, joined.Length).Select(i => limits[i * factor]), limits[^1]];
        return (joined, edges);
    }

    private static (double[] Counts, double[] Limits) WithoutEmptyEnds(double[] counts, double[] limits)
    {
        int start = Array.FindIndex(counts, count => count > 0);
        if (start < 0) throw new ArgumentException("add_histogram: expected values between -1e20 and 1e20, got none.", nameof(counts));
        int end = Array.FindLastIndex(counts, count => count > 0) + 1;
        double[] kept = start > 0 ? counts[(start - 1)..end] : [0, .. counts[..end]];
        return (kept, limits[start..Math.Min(end + 1, limits.Length)]);
    }
}
