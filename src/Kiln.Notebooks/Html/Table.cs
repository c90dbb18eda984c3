using System.Text;

namespace Kiln.Notebooks;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Number">Whether its cells are numbers, which stand at the right.</param>
public sealed record Column(string Title, bool Number = false)
{
    /// <summary>A column of text for each title; a title that starts with <c>#</c> is one of numbers.</summary>
    public static Column[] Of(params string[] titles) =>
        [.. titles.Select(title => title.StartsWith('#') ? new Column(title[1..], true) : new Column(title))];
}

/// <summary>One cell.</summary>
/// <param name="Text">What it says; encoded by the table.</param>
/// <param name="Strong">Whether it stands out.</param>
public sealed record Cell(string Text, bool Strong = false)
{
    /// <summary>The whole of a text that was cut, shown where the pointer rests on it; null (default) for none.</summary>
    public string? Whole { get; init; }

    /// <summary>A cell of a text that may be long: beyond so many characters its middle is left out, since names of one kind differ at their ends.</summary>
    public static Cell Cut(string text, int most) => text.Length <= most ? new(text) : new($"{text[..((most - 1) / 2)]}…{text[^(most / 2)..]}") { Whole = text };

    /// <summary>A cell of plain text.</summary>
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>A table that writes itself as HTML and as its plain twin from the same cells.</summary>
public sealed class Table(params Column[] columns)
{
    private readonly List<Cell[]> _rows = [];

    /// <summary>Whether a page that is too narrow scrolls it rather than breaking its lines; default false.</summary>
    public bool Scrolls { get; init; }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row; missing cells at its end stay empty.</summary>
    public Table Add(params Cell[] cells)
    {
        _rows.Add([.. cells, .. Enumerable.Repeat<Cell>("", columns.Length - cells.Length)]);
        return this;
    }

    /// <summary>The table as HTML; everything in it is encoded.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder(Scrolls ? "<div style=\"overflow-x:auto;max-width:100%;scrollbar-width:thin;scrollbar-color:rgba(128,128,128,.5) transparent\">" : "").Append($"<table style=\"border-collapse:collapse;margin:4px 0;border:0;font-size:inherit;color:inherit\"><thead><tr style=\"border-bottom:1px solid {Markup.Line}\">");
        foreach (var column in columns) html.Append($"<th style=\"{Style(column)}{(Scrolls ? ";white-space:nowrap" : "")}\">{Markup.Text(column.Title)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in _rows)
        {
            // Said outright, because the classic notebook paints every other row light, also where a theme makes the text light.
            html.Append("<tr style=\"background:none\">");
            for (var i = 0; i < columns.Length; i++) html.Append($"<td style=\"{Style(columns[i])}{(columns[i].Number || Scrolls ? ";white-space:nowrap" : "")}\"{Title(row[i])}>{Html(row[i])}</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").Append(Scrolls ? "</div>" : "").ToString();
    }

    /// <summary>The table for a terminal, columns aligned, without a line break at its end.</summary>
    public string ToText()
    {
        var widths = columns.Select((column, i) => _rows.Select(row => row[i].Text.Length).Append(column.Title.Length).Max()).ToArray();
        var text = new StringBuilder();
        AppendRow(text, widths, [.. columns.Select(column => new Cell(column.Title))]);
        foreach (var row in _rows) AppendRow(text, widths, row);
        return text.ToString().TrimEnd('\n');
    }

    private void AppendRow(StringBuilder text, int[] widths, Cell[] row)
    {
        var line = string.Join("  ", row.Select((cell, i) => columns[i].Number ? cell.Text.PadLeft(widths[i]) : cell.Text.PadRight(widths[i])));
        text.Append(line.TrimEnd()).Append('\n');
    }

    private static string Title(Cell cell) => cell.Whole is { } whole ? $" title=\"{Markup.Text(whole)}\"" : "";

    private static string Html(Cell cell) => cell.Strong ? $"<b>{Markup.Text(cell.Text)}</b>" : Markup.Text(cell.Text);

    private static string Style(Column column) =>
        $"padding:2px 12px 2px 0;border:0;text-align:{(column.Number ? "right;font-variant-numeric:tabular-nums" : "left")}";
}
