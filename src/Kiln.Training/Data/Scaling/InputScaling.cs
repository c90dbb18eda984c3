using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>
/// How inputs were scaled: <c>x = (raw / White - Mean) / Deviation</c>, with one mean and deviation per channel of an image
/// or per column of a table. Without normalisation they are 0 and 1.
/// </summary>
/// <param name="White">What raw pixels are divided by first; 1 for tables.</param>
/// <param name="Mean">(C) or (D) means over the training split.</param>
/// <param name="Deviation">(C) or (D) standard deviations over the training split; 1 where a column is constant.</param>
public sealed record InputScaling(double White, ImmutableArray<double> Mean, ImmutableArray<double> Deviation)
{
    internal static InputScaling Fit(RawExamples raw, long[] train, bool normalize)
    {
        if (raw.IsTokens) return new InputScaling(1, [], []);
        double white = raw.IsPixels ? raw.White : 1;
        int groups = (int)raw.Shape[0];
        if (!normalize)
            return new InputScaling(white, Filled(groups, 0), Filled(groups, 1));
        return raw.IsPixels ? OfPixels(raw, Sample(raw, train), groups, white) : OfFeatures(raw, train, groups);
    }

    /// <summary>What a channel's raw values are multiplied by, and what is taken off then.</summary>
    internal (float Factor, float Offset) FactorAndOffset(int channel) =>
        ((float)(1 / (White * Deviation[channel])), (float)(Mean[channel] / Deviation[channel]));

    // Of pictures that stay in their files, two thousand give the mean to a tenth of a percent.
    private static long[] Sample(RawExamples raw, long[] train)
    {
        const int Enough = 2000;
        if (raw.Stream is null || train.Length <= Enough) return train;
        var sample = new long[Enough];
        for (int i = 0; i < Enough; i++) sample[i] = train[(int)((long)i * train.Length / Enough)];
        return sample;
    }

    // Bytes take 256 values only: counting them is exact, quick, and the sums need no floating point.
    private static InputScaling OfPixels(RawExamples raw, long[] train, int channels, double white)
    {
        var counts = new long[channels][];
        for (int c = 0; c < channels; c++) counts[c] = new long[256];
        foreach (long index in train)
        {
            ReadOnlySpan<byte> pixels = raw.PixelsOf(index);
            int area = pixels.Length / channels;
            for (int c = 0; c < channels; c++)
            {
                long[] count = counts[c];
                foreach (byte pixel in pixels.Slice(c * area, area)) count[pixel]++;
            }
        }
        var moments = counts.Select(count => Moments(count, white)).ToList();
        return new InputScaling(white, [.. moments.Select(m => m.Mean)], [.. moments.Select(m => m.Deviation)]);
    }

    private static (double Mean, double Deviation) Moments(long[] counts, double white)
    {
        double n = counts.Sum();
        double mean = counts.Select((count, value) => count * value / white).Sum() / n;
        double variance = counts.Select((count, value) => count * Math.Pow(value / white - mean, 2)).Sum() / n;
        return (mean, Spread(variance));
    }

    private static InputScaling OfFeatures(RawExamples raw, long[] train, int columns)
    {
        int repeat = raw.Width / columns;
        double count = (double)train.Length * repeat;
        var mean = new double[columns];
        var variance = new double[columns];
        raw.ForEachRow(train, row =>
        {
            for (int i = 0; i < row.Length; i++) mean[i / repeat] += row[i] / count;
        });
        raw.ForEachRow(train, row =>
        {
            for (int i = 0; i < row.Length; i++) variance[i / repeat] += Math.Pow(row[i] - mean[i / repeat], 2) / count;
        });
        return new InputScaling(1, [.. mean], [.. variance.Select(Spread)]);
    }

    private static double Spread(double variance) => variance > 1e-12 ? Math.Sqrt(variance) : 1;

    private static ImmutableArray<double> Filled(int count, double value) => [.. Enumerable.Repeat(value, count)];
}
