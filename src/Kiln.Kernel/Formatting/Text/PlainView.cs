using System.Text;

namespace Kiln.Kernel;

/// <summary>A view as text that stands alone in a terminal.</summary>
internal static class PlainView
{
    private const int Width = 120;
    private const int LongestLine = 80;
    private const int LongestSaying = 1000;
    private const int LongestText = 1_000_000;

    /// <summary>The text, without a line break at its end.</summary>
    public static string Of(View view) => Of(view, Width);

    private static string Of(View view, int width) => view switch
    {
        TextView text => ShortText.Cut(text.Text, LongestText),
        MarkupView markup => markup.Plain,
        ListView list => ShortText.Whole(list, width) ?? Wrapped(list, width),
        TreeView { Plain: { } plain } => plain,
        TreeView tree => ShortText.Whole(tree, Math.Min(width, LongestLine)) ?? Lines(tree, width),
        TableView table => (IsListLike(table) ? ShortText.Whole(table, Math.Min(width, LongestLine)) : null) ?? Titled(table, width),
        _ => "",
    };

    // Rows of objects are read by columns; a dictionary or a list of lists is a line as long as it is short.
    private static bool IsListLike(TableView table) => table is { Columns: ["value"], RowHead: not null } && (table.Keyed || table.Rows.Any(row => row.Cells[0] is not TextView));

    private static string Titled(TableView table, int width)
    {
        var text = table.Rows.Count > 0 ? AlignedTable.Of(table, width) : AlignedTable.Of(table, width) + "\n(no rows)";
        return table.Title.Length > 0 ? table.Title + "\n" + text : text;
    }

    private static string Wrapped(ListView list, int width)
    {
        var text = new StringBuilder("[");
        var column = 1;
        var words = list.Items.Select(item => ShortText.Of(item, width)).Concat(list.More.Any ? [list.More.ToString()] : []).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var word = i < words.Count - 1 ? words[i] + "," : words[i];
            var wide = DisplayWidth.Of(word) + 1;
            if (column + wide > width - 2 && column > 2)
            {
                text.Append("\n ");
                column = 1;
            }
            text.Append(' ').Append(word);
            column += wide;
        }
        return text.Append(" ]").ToString();
    }

    private static string Lines(TreeView tree, int width)
    {
        var head = Head(tree);
        var indent = head.Length > 0 ? "  " : "";
        var text = new StringBuilder(head);
        foreach (var (name, value) in tree.Members) AppendMember(text, indent, name, value, width);
        if (tree.Hidden > 0) text.Append('\n').Append(indent).Append(new Remainder(true, tree.Hidden));
        return head.Length > 0 ? text.ToString() : text.ToString().TrimStart('\n');
    }

    private static string Head(TreeView tree)
    {
        if (tree.Says is not { } says) return tree.Title;
        var line = ShortText.Cut(says, LongestSaying);
        return tree.Title.Length == 0 || line.StartsWith(tree.Title, StringComparison.Ordinal) ? line : $"{tree.Title}: {line}";
    }

    private static void AppendMember(StringBuilder text, string indent, string name, View value, int width)
    {
        text.Append('\n').Append(indent).Append(name).Append(':');
        var room = Math.Max(20, width - name.Length - 4);
        var block = value is TextView { Tone: not Tone.Lines } or MarkupView { Folds: false } ? ShortText.Of(value, room) : Of(value, width - 4);
        var isLine = !block.Contains('\n') && block.Length <= room;
        text.Append(isLine ? " " + block : $"\n{indent}  {block.Replace("\n", $"\n{indent}  ", StringComparison.Ordinal)}");
    }
}
