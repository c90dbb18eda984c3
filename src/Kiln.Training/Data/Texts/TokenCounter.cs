namespace Kiln.Training;

/// <summary>Takes the tokens of a text in, one after the other, and gives each different one a number.</summary>
internal sealed class TokenCounter
{
    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _tokens = [];
    private readonly List<int> _counts = [];

    public TokenCounter() => _lookup = _numberOf.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The different tokens, by number.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>How often each came.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts => _tokens.Zip(_counts, KeyValuePair.Create);

    /// <summary>The number of a token.</summary>
    public int Take(ReadOnlySpan<char> token)
    {
        if (!_lookup.TryGetValue(token, out int number))
        {
            number = _tokens.Count;
            string text = token.ToString();
            _numberOf.Add(text, number);
            _tokens.Add(text);
            _counts.Add(0);
        }
        _counts[number]++;
        return number;
    }
}
