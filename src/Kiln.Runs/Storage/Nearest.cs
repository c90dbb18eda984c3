using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>The names that come nearest to a mistyped one.</summary>
/// <remarks>
/// The rule of every "did you mean": slips of the finger (a letter more, less, other, or two exchanged), at most a third of the
/// letters; or a name that has the other in it. Trainings have the same rule, in a project that knows nothing of this one.
/// </remarks>
internal static class Nearest
{
    // Shorter words are in half of all names.
    private const int ShortestPart = 3;

    /// <summary>At most <paramref name="count"/> candidates by number of slips, those that contain the word first.</summary>
    public static ImmutableArray<string> To(string word, IEnumerable<string> candidates, int count = 5) =>
        [.. candidates.Distinct()
            .Select(candidate => (Candidate: candidate, Distance: IsPart(word, candidate) ? 0 : Slips(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Max(word.Length, pair.Candidate.Length) / 3))
            .OrderBy(pair => pair.Distance)
            .Take(count)
            .Select(pair => pair.Candidate)];

    private static bool IsPart(string a, string b) => Math.Min(a.Length, b.Length) >= ShortestPart
        && (b.Contains(a, StringComparison.OrdinalIgnoreCase) || a.Contains(b, StringComparison.OrdinalIgnoreCase));

    // Neighbours that changed places count once: optimal string alignment.
    private static int Slips(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replaced, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
