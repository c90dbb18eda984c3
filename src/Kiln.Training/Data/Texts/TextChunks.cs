namespace Kiln.Training;

/// <summary>A text in parts that no token reaches across, with one kind of line end, so that it need never be in memory whole.</summary>
internal static class TextChunks
{
    private const int Size = 1 << 16;

    /// <param name="reader">The text.</param>
    /// <param name="words">Whether tokens are words: then the parts end between two words, otherwise between two characters.</param>
    public static IEnumerable<string> Of(TextReader reader, bool words)
    {
        var buffer = new char[Size];
        int filled = 0;
        for (int read = 1; read > 0;)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, 2 * filled);
            read = reader.ReadBlock(buffer, filled, buffer.Length - filled);
            filled += read;
            int end = read == 0 ? filled : EndOf(buffer.AsSpan(0, filled), words);
            if (end == 0) continue;
            yield return new string(buffer, 0, end).ReplaceLineEndings("\n");
            buffer.AsSpan(end, filled - end).CopyTo(buffer);
            filled -= end;
        }
    }

    private static int EndOf(ReadOnlySpan<char> text, bool words)
    {
        int end = text.Length;
        // The line feed after it, or the other half of a character, may come next.
        if (text[^1] == '\r' || char.IsHighSurrogate(text[^1])) end--;
        while (words && end > 0 && !char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }
}
