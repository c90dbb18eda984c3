using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>The splits side by side: examples of each class or label, or the range of the numbers to predict.</summary>
internal static class SplitTable
{
    // Beyond this many classes a table of counts says less than its extremes.
    private const int MostClasses = 20;

    /// <summary>The table.</summary>
    public static Table Of(DataSet data)
    {
        DataSplit[] splits = [data.Train, data.Validation, data.Test];
        var first = data.Classes > 0 ? "class" : data.Task == LearningTasks.MultiLabel ? "label" : data.Task == LearningTasks.Regression ? "to predict" : "";
        var table = new Table([new Column(first), .. splits.Select(split => new Column(split.Name, true))]);
        if (data.Classes > 0) Classes(table, data, splits);
        else if (data.Task == LearningTasks.MultiLabel) Rows(table, data.TargetNames, k => splits.Select(split => Numbers.Count(TargetFigures.Ones(data, split, k))));
        else if (data.Task == LearningTasks.Regression)
            Rows(table, data.TargetNames, c => splits.Select(split => split.Count == 0 ? "" : TargetFigures.Range(data, split, c)));
        return table.Add([new Cell("all", true), .. splits.Select(split => new Cell(Numbers.Count(split.Count), true))]);
    }

    private static void Classes(Table table, DataSet data, DataSplit[] splits)
    {
        if (data.Classes <= MostClasses)
        {
            Rows(table, data.ClassNames, k => splits.Select(split => Numbers.Count(split.ClassCounts[k])));
            return;
        }
        table.Add(["rarest class", .. splits.Select(split => (Cell)Numbers.Count(split.ClassCounts.Min()))]);
        table.Add(["commonest class", .. splits.Select(split => (Cell)Numbers.Count(split.ClassCounts.Max()))]);
    }

    private static void Rows(Table table, IReadOnlyList<string> names, Func<int, IEnumerable<string>> cells)
    {
        for (var i = 0; i < Math.Min(names.Count, MostClasses); i++) table.Add([names[i], .. cells(i).Select(cell => (Cell)cell)]);
        if (names.Count > MostClasses) table.Add([$"… {names.Count - MostClasses} more"]);
    }
}
