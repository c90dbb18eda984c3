using System.Data;
using System.Globalization;

namespace Kiln.Kernel;

/// <summary>Tables, views and rows of <c>System.Data</c>.</summary>
internal static class DataTables
{
    /// <summary>The view of a table.</summary>
    public static View View(DataTable table, ViewBuilder builder) => Table(table, table.Rows.Cast<DataRow>(), table.Rows.Count, builder);

    /// <summary>The view of a view of a table: its rows in its order.</summary>
    public static View View(DataView view, ViewBuilder builder) =>
        Table(view.Table ?? new DataTable(), view.Cast<DataRowView>().Select(row => row.Row), view.Count, builder);

    /// <summary>The view of several tables.</summary>
    public static View View(DataSet set, ViewBuilder builder) =>
        new TreeView(set.DataSetName, [.. set.Tables.Cast<DataTable>().Take(ViewBuilder.MostMembers).Select(table => KeyValuePair.Create(table.TableName, View(table, builder)))]) { OpensMembers = true };

    /// <summary>The view of one row.</summary>
    public static View View(DataRow row, ViewBuilder builder) => new TreeView("", Row(row, builder).Cells) { Hidden = Row(row, builder).Hidden };

    /// <summary>The cells of a row.</summary>
    public static RowCells Row(DataRow row, ViewBuilder builder)
    {
        var columns = row.Table.Columns;
        var shown = columns.Cast<DataColumn>().Take(ViewBuilder.MostColumns);
        return new RowCells([.. shown.Select(column => KeyValuePair.Create(column.ColumnName, Cell(row, column, builder)))], Math.Max(0, columns.Count - ViewBuilder.MostColumns));
    }

    private static TableView Table(DataTable table, IEnumerable<DataRow> rows, int count, ViewBuilder builder)
    {
        var columns = table.Columns.Cast<DataColumn>().Take(ViewBuilder.MostColumns).ToList();
        var shown = rows.Take(builder.MostItems).Select(row => new TableRow(null, [.. columns.Select(column => Cell(row, column, builder))])).ToList();
        return new TableView([.. columns.Select(column => column.Caption)], shown)
        {
            Title = table.TableName.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{table.TableName} ({count:#,0} {(count == 1 ? "row" : "rows")})"),
            More = Remainder.After(shown.Count, count),
            HiddenColumns = table.Columns.Count - columns.Count,
        };
    }

    // A deleted row only has its original values.
    private static View Cell(DataRow row, DataColumn column, ViewBuilder builder) =>
        builder.Of(row.RowState == DataRowState.Deleted ? row[column, DataRowVersion.Original] : row[column]);
}
