using System.Text;

namespace Kiln.Kernel;

/// <summary>Text in lines of at most 80 columns.</summary>
internal sealed class PlainPage
{
    private const int Width = 80;

    private readonly StringBuilder _text = new();

    /// <summary>One line, broken between words where it is too long.</summary>
    /// <param name="line">The line; blanks at its start stay.</param>
    /// <param name="hanging">How far what is broken off is indented.</param>
    public void Line(string line, int hanging = 0)
    {
        var rest = line;
        var indent = 0;
        while (rest.Length + indent > Width)
        {
            var cut = rest.LastIndexOf(' ', Width - indent);
            // A word that is longer than a line stays whole; so do the blanks a line starts with.
            if (cut <= rest.Length - rest.TrimStart().Length) cut = rest.IndexOf(' ', Math.Min(rest.Length, Width - indent));
            if (cut < 0) break;
            _text.Append(' ', indent).Append(rest[..cut].TrimEnd()).Append('\n');
            rest = rest[(cut + 1)..].TrimStart();
            indent = hanging;
        }
        _text.Append(' ', indent).Append(rest).Append('\n');
    }

    /// <summary>An empty line, unless there is one.</summary>
    public void Gap()
    {
        if (_text.Length > 1 && !(_text[^1] == '\n' && _text[^2] == '\n')) _text.Append('\n');
    }

    /// <summary>Paragraphs after an empty line; indented lines are code and stay as they are.</summary>
    public void Paragraphs(string text)
    {
        if (text.Length == 0) return;
        Gap();
        foreach (var line in text.Split('\n'))
            if (line.StartsWith("    ", StringComparison.Ordinal)) _text.Append(line).Append('\n');
            else Line(line, line.StartsWith("- ", StringComparison.Ordinal) ? 2 : 0);
    }

    /// <summary>Paragraphs under a title.</summary>
    public void Titled(string title, string text)
    {
        Gap();
        Line(title);
        foreach (var line in text.Split('\n'))
            if (line.StartsWith("    ", StringComparison.Ordinal)) _text.Append(line).Append('\n');
            else Line(line);
    }

    public override string ToString() => _text.ToString().Trim('\n');
}
