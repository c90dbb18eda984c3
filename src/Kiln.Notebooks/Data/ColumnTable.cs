using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Notebooks;

/// <summary>The columns of a table: what each was taken as, what is missing in it, and its range.</summary>
internal static class ColumnTable
{
    /// <summary>The table, or null where examples are no rows of named columns.</summary>
    public static Table? Of(DataSet data)
    {
        if (!data.Facts.Columns.IsDefaultOrEmpty) return OfFacts(data);
        return data.IsTokens || data.ColumnNames.IsEmpty || data.InputShape.Length != 1 ? null : OfValues(data);
    }

    private static Table OfFacts(DataSet data)
    {
        var missing = data.Facts.Columns.Any(column => column.Missing > 0);
        var table = new Table(missing ? Column.Of("column", "taken as", "values", "#missing") : Column.Of("column", "taken as", "values"));
        foreach (var column in data.Facts.Columns)
        {
            Cell[] cells = [column.Name, KindOf(column.Kind), column.Summary];
            table.Add(missing ? [.. cells, column.Missing == 0 ? "" : Numbers.Count(column.Missing)] : cells);
        }
        return table;
    }

    private static string KindOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => "number",
        ColumnKind.Date => "days",
        ColumnKind.Category => "categories",
        ColumnKind.Text => "words",
        ColumnKind.Target => "target",
        _ => "–",
    };

    private static Table OfValues(DataSet data)
    {
        using var scope = NewDisposeScope();
        float[] low = data.Inputs.amin([0L]).data<float>().ToArray(), high = data.Inputs.amax([0L]).data<float>().ToArray();
        var table = new Table(Column.Of("column", "values"));
        for (var i = 0; i < data.ColumnNames.Length; i++)
            table.Add(data.ColumnNames[i], $"{Raw(data, i, low[i])} to {Raw(data, i, high[i])}");
        return table;
    }

    private static string Raw(DataSet data, int column, float value) => Numbers.Short(Math.Round(value * data.Scaling.Deviation[column] + data.Scaling.Mean[column], 4));
}
