namespace Kiln.Notebooks;

/// <summary>The text of a model's body, read just closely enough to know what surrounds it.</summary>
internal static class BodyText
{
    /// <summary>Whether the body is statements that return the model, rather than a list of layers.</summary>
    public static bool IsStatements(string body) => Words(body).Contains("return");

    /// <summary>Whether the body is a list in brackets of its own.</summary>
    public static bool IsBracketed(string body) => Blank(body).Trim() is ['[', .., ']'];

    /// <summary>Whether nothing is left of the body without its comments.</summary>
    public static bool IsEmpty(string body) => string.IsNullOrWhiteSpace(Blank(body));

    /// <summary>A list of layers without the semicolon that some put behind it.</summary>
    public static string WithoutFinalSemicolon(string body)
    {
        var end = Blank(body).TrimEnd().Length - 1;
        return end >= 0 && body[end] == ';' ? body.Remove(end, 1) : body;
    }

    private static IEnumerable<string> Words(string body) =>
        Blank(body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Split('(', ')', '{', '}', ';', '[', ']'));

    /// <summary>The body with every character of comments and strings made a blank, so that positions stay.</summary>
    private static string Blank(string body)
    {
        var text = body.ToCharArray();
        for (var i = 0; i < body.Length; i++)
        {
            var end = body[i] switch
            {
                '/' when At(body, i + 1) == '/' => IndexOrEnd(body.IndexOf('\n', i), body),
                '/' when At(body, i + 1) == '*' => IndexOrEnd(body.IndexOf("*/", i + 2, StringComparison.Ordinal) + 2, body),
                '"' or '\'' => EndOfString(body, i),
                _ => i,
            };
            for (; i < end; i++) if (text[i] != '\n') text[i] = ' ';
        }
        return new string(text);
    }

    private static int EndOfString(string body, int start)
    {
        for (var i = start + 1; i < body.Length; i++)
            if (body[i] == '\\') i++;
            else if (body[i] == body[start] || body[i] == '\n') return i + 1;
        return body.Length;
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';

    private static int IndexOrEnd(int index, string body) => index <= 1 ? body.Length : index;
}
