using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>What is in a data set: shapes, splits, balance, ranges, missing values, duplicates, and what will hinder the learning.</summary>
internal static class DataReport
{
    // Beyond this many columns their table is folded up.
    private const int MostColumns = 20;

    /// <summary>The report.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="name">The name that commands know it by.</param>
    public static Report Of(DataSet data, string name)
    {
        var report = new Report().Head($"{name}: {DataShape.Of(data)}");
        report.Put(SplitTable.Of(data));
        Columns(report, data);
        Excerpt(report, data);
        foreach (var warning in data.Warnings) report.Warn(warning);
        Duplicates(report, data);
        foreach (var remark in data.Facts.Remarks) report.Aside(remark);
        Splits(report, data);
        if (data.Options.Normalize && !data.IsTokens) report.Aside("Inputs are shifted and scaled to mean 0 and standard deviation 1, measured on the training split.");
        if (data.Options.Augment.Length > 0) report.Aside($"Training examples are changed anew in each epoch: {data.Options.Augment}. Validation and test stay as they are.");
        if (data.IsStreamed && data.Facts.Remarks.IsEmpty) report.Aside("The inputs are kept as bytes and scaled batch by batch, because as numbers they would not fit in the memory set aside for them.");
        if (data.Options.NormalizeTargets && data.Task == LearningTasks.Regression) report.Aside("So are the numbers to predict; metrics and predictions are given in their own unit.");
        return report;
    }

    private static void Columns(Report report, DataSet data)
    {
        if (PixelText.Of(data) is { } pixels) report.Aside(pixels);
        if (ColumnTable.Of(data) is not { } columns) return;
        if (columns.Count <= MostColumns) report.Put(columns);
        else report.Fold(Numbers.Of(columns.Count, "column"), new Report().Put(columns));
    }

    private static void Excerpt(Report report, DataSet data)
    {
        if (SampleTable.Of(data) is { } examples) report.Fold("Examples of the training split", new Report().Put(examples));
        else if (data.IsTokens) report.Fold("An example of the training split", new Report().Code(TokenText.Of(data, data.Train.Indices[0])));
    }

    private static void Splits(Report report, DataSet data)
    {
        if (data.HasOfficialTestSplit) report.Aside("The test split is the official one.");
        if (data.Options.Folds is { } folds) report.Aside($"Fold {data.Options.Fold} of {folds} is the {(data.HasOfficialTestSplit ? "validation" : "test")} split.");
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
