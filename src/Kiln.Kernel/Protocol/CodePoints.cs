namespace Kiln.Kernel;

/// <summary>Cursor positions: the protocol counts code points, .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    public static int ToIndex(string text, int codePoints)
    {
        var index = 0;
        for (var n = 0; n < codePoints && index < text.Length; n++) index += IsPair(text, index) ? 2 : 1;
        return index;
    }

    public static int FromIndex(string text, int index)
    {
        var codePoints = 0;
        for (var i = 0; i < index && i < text.Length; i += IsPair(text, i) ? 2 : 1) codePoints++;
        return codePoints;
    }

    private static bool IsPair(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
}
