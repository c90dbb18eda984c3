namespace Kiln.Kernel;

/// <summary>A stretch of a text notebook, without the blank lines around it.</summary>
/// <param name="Language">What the line before it names; null before the first such line.</param>
/// <param name="Text">The lines, with <c>\n</c> between them.</param>
/// <param name="FirstLine">The line of the file that the text starts on, counted from 1.</param>
internal sealed record TextBlock(string? Language, string Text, int FirstLine)
{
    /// <summary>The lines from <paramref name="start"/> up to <paramref name="end"/>, which is not part of it.</summary>
    public static TextBlock Of(string[] lines, int start, int end, string? language)
    {
        while (start < end && string.IsNullOrWhiteSpace(lines[start])) start++;
        while (end > start && string.IsNullOrWhiteSpace(lines[end - 1])) end--;
        return new TextBlock(language, string.Join('\n', lines[start..end]), start + 1);
    }

    /// <summary>A text without the blank lines around it.</summary>
    public static string Trim(string text)
    {
        var lines = text.Split('\n');
        return Of(lines, 0, lines.Length, null).Text;
    }
}
