using System.Text;

namespace Kiln.Kernel;

/// <summary>A table for a terminal: columns aligned, numbers at the right, no wider than a terminal.</summary>
internal static class AlignedTable
{
    private const int WidestCell = 40;
    private const int NarrowestCell = 14;
    private const string Gap = "  ";

    /// <summary>The lines of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Columns of the terminal to stay in.</param>
    public static string Of(TableView table, int width)
    {
        var columns = Columns(table);
        var shown = Fit(columns, width);
        var text = new StringBuilder();
        for (var row = 0; row <= table.Rows.Count; row++) AppendRow(text, shown, row);
        foreach (var note in Notes(table, columns.Count - shown.Count)) text.Append(note).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static IEnumerable<string> Notes(TableView table, int dropped)
    {
        if (table.More.Any) yield return table.More.ToString();
        var hidden = table.HiddenColumns + dropped;
        if (hidden > 0) yield return $"{new Remainder(true, hidden)} {(hidden == 1 ? "column" : "columns")}";
    }

    private static List<Column> Columns(TableView table)
    {
        var columns = new List<Column>(table.Columns.Count + 1);
        if (table.RowHead is { } head) columns.Add(Column.Of(head, table.Rows.Select(row => row.Head)));
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var place = i;
            columns.Add(Column.Of(table.Columns[i], table.Rows.Select(row => row.Cells[place])));
        }
        return columns;
    }

    // First the widest columns get narrower; what still does not fit is left out at the end.
    private static List<Column> Fit(List<Column> columns, int width)
    {
        var excess = Total(columns) - width;
        while (excess > 0 && columns.Where(column => !column.IsNumber).MaxBy(column => column.Width) is { Width: > NarrowestCell } widest)
        {
            var step = Math.Min(excess, Math.Max(1, (widest.Width - NarrowestCell) / 2));
            widest.Width -= step;
            excess -= step;
        }
        var kept = columns.ToList();
        while (kept.Count > 2 && Total(kept) > width) kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    private static int Total(List<Column> columns) => columns.Sum(column => column.Width) + Gap.Length * (columns.Count - 1);

    private static void AppendRow(StringBuilder text, List<Column> columns, int row)
    {
        var start = text.Length;
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0) text.Append(Gap);
            columns[i].Append(text, row);
        }
        while (text.Length > start && text[^1] == ' ') text.Length--;
        text.Append('\n');
    }

    /// <summary>One column: its head, then its cells.</summary>
    private sealed class Column
    {
        private readonly List<string> _cells = [];

        public bool IsNumber { get; private init; }

        public int Width { get; set; }

        public static Column Of(string title, IEnumerable<View?> cells)
        {
            var views = cells.ToList();
            var column = new Column { IsNumber = IsNumeric(views) };
            column._cells.Add(OneLine.Of(title));
            foreach (var view in views) column._cells.Add(ShortText.Of(view, WidestCell));
            column.Width = Math.Min(column._cells.Max(DisplayWidth.Of), WidestCell);
            return column;
        }

        public void Append(StringBuilder text, int row)
        {
            var cell = DisplayWidth.Cut(_cells[row], Width);
            var space = Width - DisplayWidth.Of(cell);
            if (IsNumber) text.Append(' ', space).Append(cell);
            else text.Append(cell).Append(' ', space);
        }
    }

    /// <summary>Whether all cells of a column that say something are numbers.</summary>
    public static bool IsNumeric(IReadOnlyCollection<View?> cells) =>
        cells.Any(cell => cell is TextView { Tone: Tone.Number })
        && cells.All(cell => cell is null or TextView { Tone: Tone.Number or Tone.Quiet });
}
