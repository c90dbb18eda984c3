using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kiln.Kernel;

/// <summary>Turns an element of XML documentation into text: paragraphs, code and lists, each with a blank line between.</summary>
/// <param name="markdown">Whether names and code are marked as in Markdown.</param>
internal sealed partial class DocumentationText(bool markdown)
{
    private readonly StringBuilder _text = new();

    /// <summary>The text of an element; empty where there is none.</summary>
    public static string Of(XElement? element, bool markdown)
    {
        if (element is null) return "";
        var text = new DocumentationText(markdown);
        text.Write(element);
        return text._text.ToString().Trim();
    }

    /// <summary>The text in one line.</summary>
    public static string Line(XElement? element, bool markdown) => WhiteSpace().Replace(Of(element, markdown), " ");

    /// <summary>The name that a reference means: <c>M:System.Math.Abs(System.Int32)</c> reads as Math.Abs.</summary>
    public static string Name(string reference)
    {
        var parts = reference.Split('(')[0].Split(':')[^1].Split('.');
        var isMember = reference is ['M' or 'P' or 'F' or 'E', ':', ..] && parts.Length > 1;
        var name = isMember ? $"{parts[^2]}.{parts[^1]}" : parts[^1];
        return Arity().Replace(name, "").Replace(".#ctor", "", StringComparison.Ordinal);
    }

    private void Write(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text) Say(text.Value);
            if (node is XElement inner) WriteElement(inner);
        }
    }

    private void WriteElement(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "para" or "p":
                Break();
                Write(element);
                Break();
                break;
            case "br":
                Break();
                break;
            case "code":
                WriteCode(element.Value);
                break;
            case "list":
                foreach (var item in element.Elements("item")) WriteItem(item);
                Break();
                break;
            case "c" or "paramref" or "typeparamref" or "see" or "seealso":
                Say(Marked(element));
                break;
            case "inheritdoc":
                break;
            default:
                Write(element);
                break;
        }
    }

    private void Say(string words)
    {
        var flat = WhiteSpace().Replace(words, " ");
        if (_text.Length == 0 || _text[^1] == '\n' || _text[^1] == ' ') flat = flat.TrimStart(' ');
        _text.Append(flat);
    }

    private string Marked(XElement element)
    {
        if (element.Attribute("href") is not null) return element.Value.Length > 0 ? element.Value : element.Attribute("href")!.Value;
        var reference = element.Attribute("cref")?.Value;
        var word = element.Value.Length > 0 ? element.Value : reference is not null ? Name(reference) : (element.Attribute("langword") ?? element.Attribute("name"))?.Value ?? "";
        return markdown && word.Length > 0 ? $"`{word}`" : word;
    }

    private void WriteCode(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        Break();
        if (markdown) _text.Append("```csharp\n");
        foreach (var line in lines) _text.Append(markdown ? "" : "    ").Append(line.Length > indent ? line[indent..].TrimEnd() : "").Append('\n');
        if (markdown) _text.Append("```\n");
        Break();
    }

    private void WriteItem(XElement item)
    {
        if (_text.Length > 0 && _text[^1] != '\n') _text.Append('\n');
        var term = Line(item.Element("term"), markdown);
        var description = Line(item.Element("description") ?? (item.Element("term") is null ? item : null), markdown);
        _text.Append("- ").Append(term).Append(term.Length > 0 && description.Length > 0 ? ": " : "").Append(description).Append('\n');
    }

    private void Break()
    {
        while (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
        if (_text.Length > 0 && !(_text.Length > 1 && _text[^1] == '\n' && _text[^2] == '\n')) _text.Append(_text[^1] == '\n' ? "\n" : "\n\n");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("`+[0-9]+")]
    private static partial Regex Arity();
}
