namespace Kiln.Kernel;

/// <summary>Types whose namespaces are not imported: put in with their full names.</summary>
internal static class DistantTypes
{
    // Two letters are in too many of ten thousand names.
    private const int FewestLetters = 3;
    private const int Most = 40;

    // Letter by letter: who types "fore" means foreach, not System.Data.ForeignKeyConstraint.
    private const NameMatch Worst = NameMatch.Prefix;

    public static IEnumerable<Candidate> Of(Sketch sketch, ScopeCandidates scope, string typed, Func<TypeEntry, bool> fits)
    {
        if (typed.Length < FewestLetters) return [];
        return sketch.Types.All
            .Where(type => NameMatching.Of(type.Name, typed) <= Worst && !scope.ImportedNamespaces.Contains(type.Namespace) && fits(type))
            .OrderBy(type => type.IsObsolete).ThenBy(type => type.Namespace.Count(letter => letter == '.')).ThenBy(type => type.FullName, StringComparer.Ordinal)
            .Take(Most)
            .Select(type => Candidate.Of(type) with { Text = type.FullName, Rank = Rank.Distant });
    }
}
