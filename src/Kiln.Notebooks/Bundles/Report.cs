using System.Text;

namespace Kiln.Notebooks;

/// <summary>An output built piece by piece, every piece in HTML and in plain text at once.</summary>
public sealed class Report
{
    private readonly StringBuilder _html = new();
    private readonly StringBuilder _text = new();

    /// <summary>A line that stands out.</summary>
    public Report Head(string text) => Add($"<div style=\"font-weight:bold;margin:4px 0\">{Markup.Text(text)}</div>", text);

    /// <summary>A paragraph.</summary>
    public Report Say(string text) => Add($"<div style=\"margin:4px 0\">{Markup.Text(text)}</div>", text);

    /// <summary>A paragraph that matters less.</summary>
    public Report Aside(string text) => Add($"<div style=\"margin:4px 0;{Markup.Quiet}\">{Markup.Text(text)}</div>", text);

    /// <summary>A warning: what is wrong and what to do.</summary>
    public Report Warn(string text) =>
        Add($"<div style=\"margin:4px 0;padding-left:8px;border-left:3px solid #d9822b\">⚠ {Markup.Sentence(text)}</div>", "Warning: " + text);

    /// <summary>A remark made on the way.</summary>
    public Report Note(string text) =>
        Add($"<div style=\"margin:4px 0;padding-left:8px;border-left:3px solid {Markup.Line}\">{Markup.Sentence(text)}</div>", "Note: " + text);

    /// <summary>What may be tried next, after a result.</summary>
    public Report Hint(string text) =>
        Add($"<div style=\"margin:4px 0;padding-left:8px;border-left:3px solid #4c8bd6\"><b>Hint:</b> {Markup.Sentence(text)}</div>", "Hint: " + text);

    /// <summary>C# or a command, to be copied.</summary>
    public Report Code(string code) => Add(Markup.Preformatted(code), code);

    /// <summary>A table; nothing where it has no row.</summary>
    public Report Put(Table table) => table.Count == 0 ? this : Add(table.ToHtml(), table.ToText());

    /// <summary>Something to unfold; plain text shows it unfolded.</summary>
    /// <remarks>The classic notebook's style sheet makes a summary a block, which has no triangle; a list item has one.</remarks>
    public Report Fold(string title, Report content) => Add(
        $"<details style=\"margin:4px 0\"><summary style=\"display:list-item;cursor:pointer\">{Markup.Text(title)}</summary>{content._html}</details>",
        title + "\n" + content._text.ToString().TrimEnd('\n'));

    /// <summary>A piece made elsewhere: HTML that is safe already, and its twin.</summary>
    public Report Add(string html, string text)
    {
        _html.Append(html);
        if (text.Length > 0) _text.Append(text).Append('\n');
        return this;
    }

    /// <summary>The HTML so far, in one block element.</summary>
    public string Html => $"<div style=\"color:inherit\">{_html}</div>";

    /// <summary>The plain text so far.</summary>
    public string Text => _text.ToString().TrimEnd('\n');

    /// <summary>The output.</summary>
    public MimeBundle ToBundle() => MimeBundle.Of(Html, Text);
}
