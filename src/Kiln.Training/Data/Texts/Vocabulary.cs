namespace Kiln.Training;

/// <summary>The different tokens of a text: those that a model was told of by number.</summary>
internal sealed class Vocabulary
{
    public const string Padding = "<pad>";
    public const string Unknown = "<unk>";

    private readonly Dictionary<string, int> _numberOf;

    private Vocabulary(string[] tokens)
    {
        All = tokens;
        _numberOf = tokens.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>(V) tokens by number.</summary>
    public string[] All { get; }

    /// <summary>The commonest tokens, sorted; <c>&lt;unk&gt;</c> is there only if some tokens are not.</summary>
    public static Vocabulary Of(IEnumerable<string> tokens, int most, params string[] first)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string token in tokens) counts[token] = counts.GetValueOrDefault(token) + 1;
        return Of(counts, most, first);
    }

    /// <summary>The same of tokens that are counted.</summary>
    public static Vocabulary Of(IReadOnlyCollection<KeyValuePair<string, int>> counts, int most, params string[] first)
    {
        bool all = counts.Count + first.Length <= most;
        string[] head = all || first.Contains(Unknown) ? first : [.. first, Unknown];
        // Sorted by their letters, because order of appearance would change with the first page.
        var kept = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most - head.Length);
        return new Vocabulary([.. head, .. kept.Select(pair => pair.Key).Except(head).Order(StringComparer.Ordinal)]);
    }

    public long NumberOf(string token) =>
        _numberOf.TryGetValue(token, out int number) ? number : _numberOf[Unknown];
}
