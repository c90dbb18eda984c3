namespace Kiln.Torch.Generator.Members;

/// <summary>Text cut where no bracket is open.</summary>
internal static class TopLevel
{
    /// <summary>The parts between separators outside of brackets, without the white space around them.</summary>
    public static IEnumerable<string> Split(string text, char separator)
    {
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[' or '{' or '<') depth++;
            if (text[i] is ')' or ']' or '}' or '>') depth--;
            if (text[i] != separator || depth > 0) continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }
        if (text[start..].Trim() is { Length: > 0 } last) yield return last;
    }
}
