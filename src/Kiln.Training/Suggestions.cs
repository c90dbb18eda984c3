namespace Kiln.Training;

/// <summary>Finds the name a user most likely meant, for the "did you mean" of an error message.</summary>
public static class Suggestions
{
    /// <summary>The candidate nearest to a mistyped name, by the number of slips of the finger (a letter more, less, other, or two exchanged), without regard to case.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>The nearest candidate, or null when none is near: at most a third of the letters may differ,
    /// except that a name which begins another (or is begun by it) with at least three letters is always near, and that
    /// names of other libraries are known: <c>learning_rate</c> for <c>lr</c>.</returns>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        if (OtherNames.Meant(name, candidates) is { } meant) return meant;
        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            int allowed = Math.Max(1, Math.Max(name.Length, candidate.Length) / 3);
            if ((distance <= allowed || Begins(name, candidate)) && distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    /// <summary>The second half of an "unknown name" message: the nearest name as a question, then all names.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="candidates">The names that exist, in the order to show them.</param>
    /// <returns>For example "Did you mean 'adam'? Known: adam, sgd." or "Known: adam, sgd.".</returns>
    public static string Hint(string name, IReadOnlyCollection<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        string known = candidates.Count == 0 ? "There is none." : $"Known: {string.Join(", ", candidates)}.";
        return Nearest(name, candidates) is { } nearest ? $"Did you mean '{nearest}'? {known}" : known;
    }

    private static bool Begins(string a, string b) =>
        Math.Min(a.Length, b.Length) >= 3
        && (a.StartsWith(b, StringComparison.OrdinalIgnoreCase) || b.StartsWith(a, StringComparison.OrdinalIgnoreCase));

    // "sdg" for "sgd" is one slip, not two: neighbours that changed places count once (optimal string alignment).
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replaced, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
