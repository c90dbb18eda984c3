namespace Kiln.Training;

/// <summary>Puts the mean of the training split where a value is missing.</summary>
internal static class MissingValues
{
    /// <summary>The examples with no value missing; the very same where none is.</summary>
    public static RawExamples Filled(RawExamples raw, ReadOnlySpan<long> train)
    {
        if (!raw.MayMiss || raw.Features is not { } features || !Array.Exists(features, float.IsNaN)) return raw;
        int width = features.Length / raw.Count;
        double[] means = Means(features, width, train);
        var filled = (float[])features.Clone();
        for (int i = 0; i < filled.Length; i++)
            if (float.IsNaN(filled[i])) filled[i] = (float)means[i % width];
        return raw with { Features = filled };
    }

    private static double[] Means(float[] features, int width, ReadOnlySpan<long> train)
    {
        var sums = new double[width];
        var counts = new int[width];
        foreach (long row in train)
        {
            for (int c = 0; c < width; c++)
            {
                float value = features[row * width + c];
                if (float.IsNaN(value)) continue;
                sums[c] += value;
                counts[c]++;
            }
        }
        for (int c = 0; c < width; c++) sums[c] /= Math.Max(1, counts[c]);
        return sums;
    }
}
