using System.Text.RegularExpressions;

namespace Kiln.Training;

/// <summary>Cuts text into tokens.</summary>
internal static partial class Tokens
{
    /// <summary>Whole characters: what takes two UTF-16 units is one.</summary>
    public static IEnumerable<string> Characters(string text) => text.EnumerateRunes().Select(rune => rune.ToString());

    /// <summary>Words, numbers, punctuation marks and line ends, in lower case.</summary>
    public static IEnumerable<string> Words(string text)
    {
        for (Match match = Word().Match(text); match.Success; match = match.NextMatch()) yield return match.Value.ToLowerInvariant();
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*|\n|[^\s\p{L}\p{N}]")]
    private static partial Regex Word();
}
