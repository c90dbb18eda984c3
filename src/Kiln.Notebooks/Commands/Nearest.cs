namespace Kiln.Notebooks;

/// <summary>Did you mean: the known word that a mistyped one is nearest to.</summary>
internal static class Nearest
{
    /// <summary>A sentence with a blank before it, or nothing where no word is near.</summary>
    public static string Hint(string typed, IEnumerable<string> known) =>
        Find(typed, known) is { } word ? $" Did you mean {word}?" : "";

    /// <summary>The nearest word, or null where more than a third of the letters would have to change.</summary>
    public static string? Find(string typed, IEnumerable<string> known)
    {
        var best = known.Select(word => (Word: word, Distance: Distance(Bare(typed), Bare(word)) - SharedStart(typed, word)))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(1, Bare(typed).Length / 3.0) ? best.Word : null;
    }

    // Of two words equally far, the one that continues what was typed is meant more often.
    private static double SharedStart(string typed, string word) =>
        word.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && Bare(typed).Length > 1 ? word.Length - typed.Length : 0;

    private static string Bare(string word) => word.TrimStart('#', '!', '-').ToLowerInvariant();

    /// <summary>Letters to insert, remove, replace or swap with their neighbour (Damerau-Levenshtein, optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, table[i - 2, j - 2] + 1);
                table[i, j] = least;
            }
        return table[a.Length, b.Length];
    }
}
