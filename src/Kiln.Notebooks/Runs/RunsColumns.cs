using System.Data;
using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>Runs as a table of the columns asked for.</summary>
internal static class RunsColumns
{
    private const int MostOfText = 60;

    public static Report Of(RunQueryResult found)
    {
        if (found.Runs.IsEmpty) return new Report().Say(found.Total == 0 ? "No run fits the question." : "No runs.");
        var columns = found.Table.Columns.Cast<DataColumn>().ToList();
        var table = new Table([new Column("run"), .. columns.Select(column => new Column(column.ColumnName, column.DataType == typeof(double)))]) { Scrolls = true };
        foreach (var (run, row) in found.Runs.Zip(found.Table.Rows.Cast<DataRow>()))
            table.Add([run.Id, .. row.ItemArray.Select(value => Cell.Cut(Text(value), MostOfText))]);
        var report = new Report().Put(table);
        return found.Runs.Length < found.Total ? report.Aside($"{found.Runs.Length} of {Numbers.Of(found.Total, "run")}; --limit shows more") : report;
    }

    private static string Text(object? value) => value switch
    {
        double number => Numbers.Short(number),
        string text => text,
        _ => "–",
    };
}
