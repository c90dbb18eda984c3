using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>The names that come nearest to a mistyped one.</summary>
internal static class Nearest
{
    /// <summary>At most <paramref name="count"/> candidates by edit distance, those that contain the word first.</summary>
    public static ImmutableArray<string> To(string word, IEnumerable<string> candidates, int count = 5) =>
        [.. candidates.Distinct()
            .Select(candidate => (Candidate: candidate, Distance: DistanceOf(word, candidate)))
            // A short word of which no letter stays is another word, not a mistyped one.
            .Where(pair => pair.Distance <= Math.Max(2, word.Length / 2) && pair.Distance < Math.Max(word.Length, pair.Candidate.Length))
            .OrderBy(pair => pair.Distance)
            .Take(count)
            .Select(pair => pair.Candidate)];

    private static int DistanceOf(string word, string candidate) =>
        candidate.Contains(word, StringComparison.OrdinalIgnoreCase) ? 0 : Levenshtein(word.ToLowerInvariant(), candidate.ToLowerInvariant());

    private static int Levenshtein(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
