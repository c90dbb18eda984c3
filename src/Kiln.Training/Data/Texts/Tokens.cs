using System.Text;
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

    /// <summary>The same tokens as spans, for long texts.</summary>
    public static void ForEach(string text, bool words, Action<ReadOnlySpan<char>> take)
    {
        if (words) ForEachWord(text, take);
        else ForEachCharacter(text, take);
    }

    private static void ForEachWord(string text, Action<ReadOnlySpan<char>> take)
    {
        Span<char> lower = stackalloc char[256];
        foreach (ValueMatch match in Word().EnumerateMatches(text))
        {
            ReadOnlySpan<char> word = text.AsSpan(match.Index, match.Length);
            Span<char> own = word.Length <= lower.Length ? lower[..word.Length] : new char[word.Length];
            word.ToLowerInvariant(own);
            take(own);
        }
    }

    private static void ForEachCharacter(string text, Action<ReadOnlySpan<char>> take)
    {
        int place = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            take(text.AsSpan(place, rune.Utf16SequenceLength));
            place += rune.Utf16SequenceLength;
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*|\n|[^\s\p{L}\p{N}]")]
    private static partial Regex Word();
}
