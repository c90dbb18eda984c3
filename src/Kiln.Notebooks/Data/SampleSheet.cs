using System.Collections.Immutable;
using Kiln.Charts;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Pictures of a data set with their labels, drawn at random from its training split.</summary>
internal static class SampleSheet
{
    private const int Pictures = 24;

    /// <summary>The sheet; the same data set always gives the same one.</summary>
    public static ImageGrid Of(DataSet data)
    {
        var random = new Random((int)data.Options.Seed);
        var rows = data.Train.Indices.OrderBy(_ => random.Next()).Take(Pictures);
        return new ImageGrid
        {
            Title = $"{data.Name}: pictures of the training split",
            Images = [.. rows.Select(row => Picture(data, row))],
        };
    }

    private static GridImage Picture(DataSet data, long row)
    {
        var target = data.Targets[row].item<long>();
        return new GridImage(ImmutableArray.Create(data.PixelsOf(row)), (int)data.InputShape[2], (int)data.InputShape[1], data.ClassNames[(int)target]);
    }
}
