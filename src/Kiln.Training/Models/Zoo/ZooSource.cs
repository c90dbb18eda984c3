namespace Kiln.Training;

/// <summary>Makes the body of a <c>#!model</c> cell of the text of a lambda.</summary>
internal static class ZooSource
{
    /// <summary>What stands behind the arrow, without the braces or brackets around it and without the indentation of our file.</summary>
    public static string BodyOf(string lambda)
    {
        string body = lambda[(lambda.IndexOf("=>", StringComparison.Ordinal) + 2)..].Trim();
        if (body[0] is '{' or '[') body = body[1..^1];
        string[] lines = body.ReplaceLineEndings("\n").Split('\n');
        int indent = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select((line, i) => i == 0 ? line.Trim() : line.Length > indent ? line[indent..].TrimEnd() : "")).Trim();
    }
}
