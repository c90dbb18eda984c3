using System.Globalization;
using System.Net;

namespace Kiln.Kernel;

/// <summary>A view as HTML; everything that is not a formatter's own markup is encoded.</summary>
internal sealed class HtmlView
{
    private const int LongestLine = 100;
    private const int LongestText = 10_000;
    private const int WidestWords = 40;
    private readonly TextWriter _html;

    private HtmlView(TextWriter html) => _html = html;

    /// <summary>Writes a view as the whole of an output.</summary>
    public static void Write(View view, TextWriter html) => new HtmlView(html).Outermost(view);

    /// <summary>A view as the whole of an output.</summary>
    public static string Of(View view)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        Write(view, html);
        return html.ToString();
    }

    /// <summary>Text in a fixed-width font, with its line breaks.</summary>
    public static string Preformatted(string text) => $"<pre style=\"{HtmlStyle.Preformatted}\">{WebUtility.HtmlEncode(text)}</pre>";

    private void Outermost(View view)
    {
        switch (view)
        {
            case TreeView tree:
                Outermost(tree);
                break;
            case TextView { Tone: Tone.Lines } lines:
                _html.Write(Preformatted(lines.Text));
                break;
            case TextView text:
                Text(text);
                break;
            default:
                Block(view);
                break;
        }
    }

    private void Outermost(TreeView tree)
    {
        var line = ShortText.Of(tree, LongestLine);
        if (tree.Says is not null && !line.StartsWith(tree.Title, StringComparison.Ordinal)) line = $"{tree.Title} {line}";
        Fold(line, tree.Title, open: true, () => Members(tree));
    }

    // What stands below a summary, or alone.
    private void Block(View view)
    {
        switch (view)
        {
            case ListView list:
                _html.Write($"<pre style=\"{HtmlStyle.Preformatted}\">");
                List(list);
                _html.Write("</pre>");
                break;
            case TreeView tree:
                Members(tree);
                break;
            case TableView table:
                Table(table);
                break;
            case MarkupView markup:
                _html.Write(markup.Html);
                break;
            case TextView text:
                _html.Write(Preformatted(ShortText.Cut(text.Text, LongestText)));
                break;
        }
    }

    // What stands in a cell or in a line: short, with the rest folded up below it.
    private void Inline(View view)
    {
        switch (view)
        {
            case TextView { Text.Length: > 2 * LongestLine } text:
                Fold(ShortText.Of(text, LongestLine), "", open: false, () => Block(text));
                break;
            case TextView text:
                Text(text);
                break;
            case MarkupView { Folds: false } markup:
                _html.Write(markup.Html);
                break;
            case ListView list when ShortText.Whole(list, WidestWords) is { } line:
                Encoded(line);
                break;
            default:
                Fold(ShortText.Of(view, WidestWords + 20), "", open: false, () => Block(view));
                break;
        }
    }

    private void Text(TextView text)
    {
        if (text.Link is { } link) _html.Write($"<a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(text.Text)}</a>");
        else if (text.Tone == Tone.Quiet) Quiet(text.Text);
        else Encoded(text.Text);
    }

    private void Quiet(string text) => _html.Write($"<span style=\"{HtmlStyle.Quiet}\">{WebUtility.HtmlEncode(text)}</span>");

    private void Encoded(string text) => WebUtility.HtmlEncode(text, _html);

    private void Fold(string line, string title, bool open, Action content)
    {
        _html.Write($"<details{(open ? " open" : "")} style=\"margin:0\"><summary style=\"{HtmlStyle.Summary}\">");
        if (title.Length > 0 && line.StartsWith(title, StringComparison.Ordinal))
        {
            _html.Write($"<b>{WebUtility.HtmlEncode(title)}</b>");
            line = line[title.Length..];
        }
        Quiet(line);
        _html.Write("</summary><div style=\"margin-left:1em\">");
        content();
        _html.Write("</div></details>");
    }

    private void List(ListView list)
    {
        _html.Write(list.Open);
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0) _html.Write(", ");
            if (list.Items[i] is TextView text) Text(text);
            else Encoded(ShortText.Of(list.Items[i], LongestLine));
        }
        if (list.More.Any)
        {
            if (list.Items.Count > 0) _html.Write(", ");
            _html.Write($"<span style=\"{HtmlStyle.Quiet};white-space:nowrap\">{list.More}</span>");
        }
        _html.Write(list.Items.Count > 0 || list.More.Any ? list.Close : list.Close.TrimStart());
    }

    private void Members(TreeView tree)
    {
        _html.Write($"<table style=\"{HtmlStyle.Table}\"><tbody>");
        foreach (var (name, value) in tree.Members)
        {
            _html.Write($"<tr style=\"{HtmlStyle.Row}\"><td style=\"{HtmlStyle.Head}\">{WebUtility.HtmlEncode(name)}</td>");
            if (tree.OpensMembers && value is TableView) OpenCell(value);
            else Cell(value, numbers: false);
            _html.Write("</tr>");
        }
        if (tree.Hidden > 0) Note(new Remainder(true, tree.Hidden).ToString(), 2);
        _html.Write("</tbody></table>");
    }

    private void Table(TableView table)
    {
        if (table.Title.Length > 0) _html.Write($"<div style=\"font-weight:bold\">{WebUtility.HtmlEncode(table.Title)}</div>");
        var numbers = NumericColumns(table);
        var numbered = table.RowHead is not null && AlignedTable.IsNumeric([.. table.Rows.Select(row => row.Head)]);
        _html.Write($"<table style=\"{HtmlStyle.Table}\"><thead>");
        Heads(table, numbers, numbered);
        _html.Write("</thead><tbody>");
        foreach (var row in table.Rows) Row(row, numbers, numbered, table.Keyed);
        if (table.More.Any) Note(table.More.ToString(), table.Columns.Count + 1);
        else if (table.Rows.Count == 0) Note("no rows", table.Columns.Count + 1);
        _html.Write("</tbody></table>");
    }

    private static bool[] NumericColumns(TableView table)
    {
        var numeric = new bool[table.Columns.Count];
        for (var i = 0; i < numeric.Length; i++) numeric[i] = AlignedTable.IsNumeric([.. table.Rows.Select(row => row.Cells[i])]);
        return numeric;
    }

    private void Heads(TableView table, bool[] numbers, bool numbered)
    {
        _html.Write($"<tr style=\"{HtmlStyle.HeadRow}\">");
        if (table.RowHead is { } head)
            _html.Write($"<th style=\"{(numbered ? HtmlStyle.NumberHead : HtmlStyle.Head)}\"><i>{WebUtility.HtmlEncode(head)}</i></th>");
        for (var i = 0; i < numbers.Length; i++)
            _html.Write($"<th style=\"{(table.IsMatrix ? HtmlStyle.NumberHead : numbers[i] ? HtmlStyle.Number : HtmlStyle.Words)}\">{WebUtility.HtmlEncode(table.Columns[i])}</th>");
        if (table.HiddenColumns > 0) _html.Write($"<th style=\"{HtmlStyle.Head}\">{new Remainder(true, table.HiddenColumns)}</th>");
        _html.Write("</tr>");
    }

    private void Row(TableRow row, bool[] numbers, bool numbered, bool keyed)
    {
        _html.Write($"<tr style=\"{HtmlStyle.Row}\">");
        if (row.Head is { } head)
        {
            if (keyed) Cell(head, numbered);
            else _html.Write($"<td style=\"{(numbered ? HtmlStyle.NumberHead : HtmlStyle.Head)}\">{WebUtility.HtmlEncode(ShortText.Of(head, WidestWords))}</td>");
        }
        for (var i = 0; i < row.Cells.Count; i++) Cell(row.Cells[i], numbers[i]);
        _html.Write("</tr>");
    }

    private void Cell(View? view, bool numbers)
    {
        var isLong = view is TextView { Tone: Tone.Words or Tone.Lines, Text: { } text } && (text.Length > WidestWords || text.Contains('\n'));
        _html.Write($"<td style=\"{(numbers ? HtmlStyle.Number : isLong ? HtmlStyle.LongWords : HtmlStyle.Words)}\">");
        if (view is not null) Inline(view);
        _html.Write("</td>");
    }

    private void OpenCell(View view)
    {
        _html.Write($"<td style=\"{HtmlStyle.Words}\">");
        Block(view);
        _html.Write("</td>");
    }

    private void Note(string text, int columns)
    {
        _html.Write(string.Create(CultureInfo.InvariantCulture, $"<tr style=\"{HtmlStyle.Row}\"><td colspan=\"{columns}\" style=\"{HtmlStyle.Head}\">"));
        _html.Write(WebUtility.HtmlEncode(text));
        _html.Write("</td></tr>");
    }
}
