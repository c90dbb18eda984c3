namespace Notebooks.Tests;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="Line">The line of its opening fence, from 1.</param>
/// <param name="Language">The word behind the fence; empty where there is none.</param>
/// <param name="Text">Its content.</param>
internal sealed record Snippet(int Line, string Language, string Text)
{
    private const string Fence = "```";

    /// <summary>All fenced blocks of a text, in order.</summary>
    public static IReadOnlyList<Snippet> Read(string markdown)
    {
        var snippets = new List<Snippet>();
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal)) continue;
            var end = Array.IndexOf(lines, Fence, i + 1);
            if (end < 0) throw new FormatException($"The fence of line {i + 1} is never closed.");
            snippets.Add(new(i + 1, lines[i][Fence.Length..].Trim(), string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }
        return snippets;
    }
}
