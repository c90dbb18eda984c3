using System.Globalization;
using System.Text;

namespace Kiln.Kernel;

/// <summary>A view in one line, for a cell of a table or a summary: <c>Point { X = 1, Y = 2 }</c>.</summary>
internal sealed class ShortText
{
    private const string Ellipsis = "…";
    private readonly StringBuilder _line = new();
    private readonly int _most;

    private ShortText(int most) => _most = most;

    /// <summary>Whether the line holds all that the view has to say.</summary>
    private bool IsWhole { get; set; } = true;

    private bool IsFull => _line.Length > _most;

    /// <summary>The line, cut where it gets longer than allowed.</summary>
    public static string Of(View? view, int most)
    {
        if (view is TextView { Text: var alone }) return OneLine.Of(Cut(alone, most));
        var text = new ShortText(most);
        text.Add(view);
        return Cut(text._line.ToString(), most);
    }

    /// <summary>The line, if it says everything in the given length.</summary>
    public static string? Whole(View view, int most)
    {
        var text = new ShortText(most);
        text.Add(view);
        return text.IsWhole && !text.IsFull ? text._line.ToString() : null;
    }

    /// <summary>A text in one line of at most so many characters; a cut one ends in its length where there is room to say it.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var length = string.Create(CultureInfo.InvariantCulture, $"{Ellipsis} ({text.Length:#,0} characters)");
        var end = text.Length > 2 * most && most > 3 * length.Length ? length : Ellipsis;
        var kept = Math.Max(0, most - end.Length);
        // Half of a character beyond 16 bits is no text.
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1])) kept--;
        return text[..kept] + end;
    }

    private void Add(View? view)
    {
        switch (view)
        {
            case null:
                return;
            case TextView text:
                AddLine(text.Text);
                return;
            case MarkupView markup:
                AddMarkup(markup);
                return;
            case ListView list:
                AddItems(list.Open, list.Items, list.More, list.Close);
                return;
            case TreeView tree:
                AddTree(tree);
                return;
            case TableView table:
                AddTable(table);
                return;
        }
    }

    private void AddLine(string text)
    {
        if (text.AsSpan().ContainsAny('\r', '\n')) IsWhole = false;
        // Far more than any line holds is not worth cleaning.
        _line.Append(OneLine.Of(text.Length > _most * 2 + 100 ? Cut(text, _most * 2) : text));
    }

    private void AddMarkup(MarkupView markup)
    {
        if (markup.Line is { } line)
        {
            IsWhole = false;
            AddLine(line);
            return;
        }
        var end = markup.Plain.AsSpan().TrimEnd().IndexOf('\n');
        if (end >= 0) IsWhole = false;
        AddLine(end < 0 ? markup.Plain.TrimEnd() : markup.Plain[..end].TrimEnd());
    }

    private void AddTree(TreeView tree)
    {
        if (tree.Plain is not null || tree.Hidden > 0) IsWhole = false;
        if (tree.Says is { } says)
        {
            IsWhole = false;
            AddLine(says);
            return;
        }
        if (tree.Title.Length > 0) _line.Append(tree.Title).Append(' ');
        AddMembers(tree.Members);
    }

    private void AddMembers(IEnumerable<KeyValuePair<string, View>> members) =>
        Join("{ ", members, default, " }", member =>
        {
            _line.Append(member.Key).Append(" = ");
            Add(member.Value);
        });

    private void AddItems(string open, IEnumerable<View?> items, Remainder more, string close) => Join(open, items, more, close, Add);

    private void AddTable(TableView table)
    {
        // Columns are read below each other; in one line they are a reminder.
        if (table.Columns is not ["value"]) IsWhole = false;
        if (table.Keyed) Join("{ ", table.Rows, table.More, " }", row => AddKeyed(table, row));
        else Join("[ ", table.Rows, table.More, " ]", row => AddCells(table, row));
    }

    private void AddKeyed(TableView table, TableRow row)
    {
        Add(row.Head);
        _line.Append(": ");
        AddCells(table, row);
    }

    private void AddCells(TableView table, TableRow row)
    {
        if (table.Columns is ["value"]) Add(row.Cells[0]);
        else if (table.IsMatrix) AddItems("[ ", row.Cells, default, " ]");
        else AddMembers(table.Columns.Zip(row.Cells).Where(cell => cell.Second is not null).Select(cell => KeyValuePair.Create(cell.First, cell.Second!)));
    }

    private void Join<T>(string open, IEnumerable<T> items, Remainder more, string close, Action<T> add)
    {
        _line.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (IsFull) return;
            if (!first) _line.Append(", ");
            first = false;
            add(item);
        }
        if (more.Any) _line.Append(first ? "" : ", ").Append(more.ToString());
        _line.Append(first && !more.Any ? close.TrimStart() : close);
    }
}
