using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>Puts words of the same meaning in each other's place.</summary>
/// <param name="probability">How often a word that has synonyms is replaced, 0..1.</param>
/// <param name="groups">The other words of each token's group.</param>
internal sealed class Synonyms(double probability, IReadOnlyDictionary<long, long[]> groups) : ITokenChange
{
    public void Apply(Span<long> tokens, NumberStream random)
    {
        foreach (ref long token in tokens)
        {
            if (groups.TryGetValue(token, out long[]? others) && random.Chance(probability)) token = others[random.Below(others.Length)];
        }
    }

    /// <summary>Reads a file with a group of words in each line, blanks or commas between them. Words that the texts lack are left out.</summary>
    /// <exception cref="DataException">The file cannot be read, or no line has two words of the texts.</exception>
    public static Synonyms Read(string path, double probability, ImmutableArray<string> vocabulary)
    {
        var numberOf = vocabulary.Index().ToDictionary(pair => pair.Item, pair => (long)pair.Index);
        var groups = new Dictionary<long, long[]>();
        foreach (string line in Lines(path))
        {
            long[] known = [.. line.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => numberOf.GetValueOrDefault(word.ToLowerInvariant(), -1)).Where(number => number >= 0).Distinct()];
            foreach (long word in known)
                if (known.Length > 1) groups[word] = [.. groups.GetValueOrDefault(word, []).Union(known.Where(other => other != word))];
        }
        return groups.Count > 0 ? new Synonyms(probability, groups)
            : throw new DataException($"Read {path}: no line holds two words of the texts. Write words of the same meaning into one line, for example: big large huge");
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw FileMessage.CannotRead(path, problem);
        }
    }
}
