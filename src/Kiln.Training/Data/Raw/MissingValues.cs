namespace Kiln.Training;

/// <summary>Puts the mean of the training split where a value is missing.</summary>
internal static class MissingValues
{
    /// <summary>The examples with no value missing; the very same where none is.</summary>
    public static RawExamples Filled(RawExamples raw, long[] train)
    {
        if (!raw.MayMiss) return raw;
        if (raw.StoredFeatures is { } stored)
            return raw.Facts.Columns.All(column => column.Missing == 0) ? raw : raw with { StoredFeatures = new FilledFeatures(stored, Means(raw, train)) };
        if (raw.Features is not { } features || !Array.Exists(features, float.IsNaN)) return raw;
        double[] means = Means(raw, train);
        var filled = (float[])features.Clone();
        for (int i = 0; i < filled.Length; i++)
            if (float.IsNaN(filled[i])) filled[i] = (float)means[i % means.Length];
        return raw with { Features = filled };
    }

    private static double[] Means(RawExamples raw, long[] train)
    {
        var sums = new double[raw.Width];
        var counts = new int[raw.Width];
        raw.ForEachRow(train, row =>
        {
            for (int c = 0; c < row.Length; c++)
            {
                if (float.IsNaN(row[c])) continue;
                sums[c] += row[c];
                counts[c]++;
            }
        });
        for (int c = 0; c < sums.Length; c++) sums[c] /= Math.Max(1, counts[c]);
        return sums;
    }
}
