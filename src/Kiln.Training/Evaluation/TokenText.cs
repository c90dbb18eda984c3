using System.Text;

namespace Kiln.Training;

/// <summary>Text out of the tokens of a data set, and tokens out of text.</summary>
internal sealed class TokenText
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _vocabulary;
    private readonly bool _words;

    public TokenText(DataSet data)
    {
        _vocabulary = data.Kind == TargetKind.Tokens ? data.TargetNames : data.ColumnNames;
        for (int k = 0; k < _vocabulary.Count; k++) _numbers.TryAdd(_vocabulary[k], k);
        _words = _vocabulary.Any(token => !IsSpecial(token) && token.EnumerateRunes().Count() > 1);
        Special = [.. Enumerable.Range(0, _vocabulary.Count).Where(k => IsSpecial(_vocabulary[k])).Select(k => (long)k)];
    }

    /// <summary>The tokens that stand for no text: those that fill up and those that are not known.</summary>
    public long[] Special { get; }

    /// <summary>The tokens of a text; null for one that the vocabulary does not have.</summary>
    public IEnumerable<(string Text, long? Number)> Read(string text) => (_words ? Tokens.Words(text) : Tokens.Characters(text))
        .Select(token => (token, _numbers.TryGetValue(token, out long number) ? number : (long?)null));

    /// <summary>The text of tokens; words are set apart, but not from the punctuation behind them.</summary>
    public string Write(IEnumerable<long> tokens)
    {
        var text = new StringBuilder();
        foreach (long number in tokens)
        {
            if (number < 0 || number >= _vocabulary.Count || _vocabulary[(int)number] == Vocabulary.Padding) continue;
            string token = _vocabulary[(int)number];
            if (_words && text.Length > 0 && text[^1] != '\n' && !IsClosing(token)) text.Append(' ');
            text.Append(token);
        }
        return text.ToString();
    }

    private static bool IsSpecial(string token) => token is Vocabulary.Padding or Vocabulary.Unknown;

    private static bool IsClosing(string token) => token is "." or "," or ";" or ":" or "!" or "?" or ")" or "\n";
}
