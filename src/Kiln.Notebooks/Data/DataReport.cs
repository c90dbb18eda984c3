using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>What is in a data set: sizes, splits, class balance, duplicates.</summary>
internal static class DataReport
{
    // Beyond this many classes a table of counts says less than its extremes.
    private const int MostClasses = 20;

    /// <summary>The report.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="name">The name that commands know it by.</param>
    public static Report Of(DataSet data, string name)
    {
        var count = data.Train.Count + data.Validation.Count + data.Test.Count;
        var report = new Report().Head($"{name}: {Numbers.Of(count, data.IsImage ? "picture" : "example")} of {Shape(data)}, {Numbers.Of(data.Classes, "class", "classes")}");
        report.Put(Classes(data));
        if (data.HasOfficialTestSplit) report.Aside("The test split is the official one.");
        Duplicates(report, data);
        if (data.Options.Normalize) report.Aside("Inputs are shifted and scaled to mean 0 and standard deviation 1, measured on the training split.");
        return report;
    }

    private static string Shape(DataSet data) => data.IsImage
        ? $"{data.InputShape[1]} × {data.InputShape[2]} pixels, {(data.InputShape[0] == 1 ? "grey" : Numbers.Of(data.InputShape[0], "channel"))}"
        : data.InputShape.Length == 1 ? Numbers.Of(data.InputShape[0], "number") + " each" : string.Join(" × ", data.InputShape);

    private static Table Classes(DataSet data)
    {
        var splits = new[] { data.Train, data.Validation, data.Test };
        var table = new Table([new Column("class"), .. splits.Select(split => new Column(split.Name, true))]);
        if (data.Classes <= MostClasses)
            for (var i = 0; i < data.ClassNames.Length; i++)
                table.Add([data.ClassNames[i], .. splits.Select(split => (Cell)Numbers.Count(split.ClassCounts[i]))]);
        else
        {
            table.Add(["rarest class", .. splits.Select(split => (Cell)Numbers.Count(split.ClassCounts.Min()))]);
            table.Add(["commonest class", .. splits.Select(split => (Cell)Numbers.Count(split.ClassCounts.Max()))]);
        }
        return table.Add([new Cell("all", true), .. splits.Select(split => new Cell(Numbers.Count(split.Count), true))]);
    }

    private static void Duplicates(Report report, DataSet data)
    {
        var held = data.Validation.Count + data.Test.Count;
        if (held == 0) return;
        if (data.DuplicatesAcrossSplits == 0) report.Aside("No validation or test example also stands in another split.");
        else if (data.DuplicatesAcrossSplits * 100L < held)
            report.Aside($"{Numbers.Of(data.DuplicatesAcrossSplits, "validation or test example")} of {Numbers.Count(held)} also {(data.DuplicatesAcrossSplits == 1 ? "stands" : "stand")} in an earlier split: too few to matter.");
        else
            report.Warn($"{Numbers.Of(data.DuplicatesAcrossSplits, "validation or test example")} of {Numbers.Count(held)} also "
                + $"{(data.DuplicatesAcrossSplits == 1 ? "stands" : "stand")} in an earlier split, so validation and test scores flatter the model.");
    }
}
