using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Examples of the training split to show: drawn at random, always the same ones.</summary>
internal static class SampleRows
{
    /// <summary>Rows of the data set, at most so many.</summary>
    public static IReadOnlyList<long> Of(DataSet data, int most)
    {
        var random = new Random((int)data.Options.Seed);
        return [.. data.Train.Indices.OrderBy(_ => random.Next()).Take(most)];
    }
}
