namespace Kiln.Notebooks;

/// <summary>Reads <c>--hp name=value</c>.</summary>
internal static class HyperparameterText
{
    /// <summary>Values by name.</summary>
    /// <exception cref="MagicException">A word has no '=', or a name is given twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(string magic, IEnumerable<string> words)
    {
        var values = new Dictionary<string, string>();
        foreach (var word in words)
        {
            var parts = word.Split('=', 2);
            if (parts.Length < 2 || parts[0].Length == 0 || parts[1].Length == 0)
                throw new MagicException($"{magic} --hp: expected NAME=VALUE such as hidden=64, got \"{word}\".");
            if (!values.TryAdd(parts[0], parts[1])) throw new MagicException($"{magic} --hp: {parts[0]} is given twice. Give it once.");
        }
        return values;
    }
}
