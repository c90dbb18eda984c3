using System.Collections;
using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Kiln.Kernel;

/// <summary>One object as cells of a row, by column.</summary>
/// <param name="Cells">The cells that are shown.</param>
/// <param name="Hidden">How many more there are.</param>
internal sealed record RowCells(IReadOnlyList<KeyValuePair<string, View>> Cells, int Hidden = 0);

/// <summary>Objects as rows: which ones have columns, and which columns.</summary>
internal static class Rows
{
    /// <summary>The cells of an object; null where it has none.</summary>
    public static RowCells? Of(object item, ViewBuilder builder) => item switch
    {
        ITuple tuple => new RowCells([.. Enumerable.Range(0, tuple.Length).Select(i => Cell(TupleItem(i), builder.Of(tuple[i])))]),
        DataRow row => DataTables.Row(row, builder),
        DataRowView view => DataTables.Row(view.Row, builder),
        JsonElement { ValueKind: JsonValueKind.Object } json => JsonValues.Row(json, builder),
        IDictionary<string, object?> entries => new RowCells([.. entries.Take(ViewBuilder.MostColumns).Select(entry => Cell(entry.Key, builder.Of(entry.Value)))], Math.Max(0, entries.Count - ViewBuilder.MostColumns)),
        IEnumerable items when Shape.Of(item.GetType()).IsGrouping => new RowCells(Sequences.Group(items, builder)),
        IEnumerable or Exception => null,
        _ when Special.Handles(item) => null,
        _ => Members(item, builder),
    };

    /// <summary>The table of rows of objects; columns stand in the order in which they first come up.</summary>
    /// <param name="heads">Index or key of each row.</param>
    /// <param name="rows">The rows; null for null.</param>
    public static TableView Table(IEnumerable<View> heads, IReadOnlyList<RowCells?> rows)
    {
        var columns = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, _) in rows.OfType<RowCells>().SelectMany(row => row.Cells))
            if (places.TryAdd(name, columns.Count)) columns.Add(name);
        var shown = Math.Min(columns.Count, ViewBuilder.MostColumns);
        return new TableView(columns[..shown], [.. heads.Zip(rows, (head, row) => new TableRow(head, Place(row, places, shown)))])
        {
            HiddenColumns = columns.Count - shown + rows.OfType<RowCells>().Select(row => row.Hidden).DefaultIfEmpty().Max(),
        };
    }

    private static View?[] Place(RowCells? row, Dictionary<string, int> places, int count)
    {
        var cells = new View?[count];
        if (row is null && count > 0) cells[0] = TextView.Quiet(Microsoft.DotNet.Interactive.Formatting.Formatter.NullString);
        foreach (var (name, cell) in row?.Cells ?? [])
            if (places[name] < count) cells[places[name]] = cell;
        return cells;
    }

    private static RowCells? Members(object item, ViewBuilder builder)
    {
        var count = Shape.Of(item.GetType()).Members.Count;
        return count == 0 ? null : new RowCells(builder.Members(item, ViewBuilder.MostColumns), Math.Max(0, count - ViewBuilder.MostColumns));
    }

    /// <summary>The name of an item of a tuple: what the code calls it is gone once it is compiled.</summary>
    public static string TupleItem(int index) => string.Create(CultureInfo.InvariantCulture, $"Item{index + 1}");

    private static KeyValuePair<string, View> Cell(string name, View view) => KeyValuePair.Create(name, view);
}
