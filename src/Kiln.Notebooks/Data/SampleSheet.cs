using System.Collections.Immutable;
using Kiln.Charts;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>A picture of a data set, drawn from its training split: pictures with their labels, or points of one or two columns.</summary>
internal static class SampleSheet
{
    private const int Pictures = 24;
    private const int Columns = 8;
    private const int Variants = 3;
    private const int Points = 1000;
    private const int MostClasses = 10;

    /// <summary>The sheet; the same data set always gives the same one. Null where there is nothing to be drawn.</summary>
    public static Chart? Of(DataSet data) => data switch
    {
        { IsImage: true } when data.InputShape[0] is 1 or 3 => OfPictures(data),
        { IsTokens: true } => null,
        { InputShape: [2], ClassNames.Length: > 1 and <= MostClasses } => OfClasses(data),
        { InputShape: [1], TargetNames.Length: 1 } when data.Task == LearningTasks.Regression => OfNumbers(data),
        _ => null,
    };

    /// <summary>Pictures as they are, and below each as the training may see it; null where nothing is changed.</summary>
    public static ImageGrid? Augmented(DataSet data)
    {
        if (data.Options.Augment.Length == 0 || !data.IsImage || data.InputShape[0] is not (1 or 3)) return null;
        var rows = SampleRows.Of(data, Columns);
        return new ImageGrid
        {
            Title = $"{data.Name}: augmented by {data.Options.Augment}",
            Columns = Math.Max(1, rows.Count),
            Images = [.. Enumerable.Range(-1, 1 + Variants).SelectMany(variant => rows.Select(row => new GridImage(
                ImmutableArray.Create(variant < 0 ? data.PixelsOf(row) : data.AugmentedPixelsOf(row, variant)),
                (int)data.InputShape[2], (int)data.InputShape[1], variant < 0 ? TargetText.Of(data, row) : "")))],
        };
    }

    private static ImageGrid OfPictures(DataSet data) => new()
    {
        Title = $"{data.Name}: pictures of the training split",
        Images = [.. SampleRows.Of(data, Pictures).Select(row => new GridImage(
            ImmutableArray.Create(data.PixelsOf(row)), (int)data.InputShape[2], (int)data.InputShape[1], TargetText.Of(data, row)))],
    };

    private static ScatterChart OfClasses(DataSet data)
    {
        var rows = SampleRows.Of(data, Points).Select(row => (Values: RawValues.Of(data, row), Class: TargetText.Of(data, row))).ToList();
        return new ScatterChart
        {
            Title = $"{data.Name}: points of the training split",
            X = new Axis(ColumnName(data, 0)),
            Y = new Axis(ColumnName(data, 1)),
            Points = [.. data.ClassNames.Select(name => new PointSet(name,
                [.. rows.Where(row => row.Class == name).Select(row => (double)row.Values[0])],
                [.. rows.Where(row => row.Class == name).Select(row => (double)row.Values[1])]))],
        };
    }

    private static ScatterChart OfNumbers(DataSet data)
    {
        var rows = SampleRows.Of(data, Points);
        return new ScatterChart
        {
            Title = $"{data.Name}: points of the training split",
            X = new Axis(ColumnName(data, 0)),
            Y = new Axis(data.TargetNames[0]),
            Points = [new PointSet("example", [.. rows.Select(row => (double)RawValues.Of(data, row)[0])], [.. rows.Select(row => RawValues.TargetsOf(data, row)[0])])],
        };
    }

    private static string ColumnName(DataSet data, int column) => data.ColumnNames.Length > column ? data.ColumnNames[column] : $"x{column + 1}";
}
