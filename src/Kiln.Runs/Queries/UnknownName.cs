using System.Collections.Immutable;
using System.Data.Common;

namespace Kiln.Runs;

/// <summary>A name that no run has a value of.</summary>
internal static class UnknownName
{
    private const int Shown = 20;

    /// <summary>The error, with the names that come nearest.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="name">The name in it.</param>
    /// <param name="position">Where it stands.</param>
    public static RunFilterException In(DbConnection connection, string text, string name, int position)
    {
        var known = All(connection);
        var nearest = Nearest.To(name, known, 3);
        return new(text, position, $"No run has a column, metric, hyperparameter or option '{name}'. " + Remedy(known, nearest));
    }

    private static string Remedy(List<string> known, ImmutableArray<string> nearest)
    {
        if (!nearest.IsEmpty) return $"Did you mean {string.Join(", ", nearest)}?";
        var there = $"There are {string.Join(", ", known.Take(Shown))}{(known.Count > Shown ? ", …" : "")}.";
        return known.Count > RunFields.Names.Count ? there : $"None is recorded yet: options and metrics can be asked for once one is trained. {there}";
    }

    /// <summary>Every name that runs can be asked by.</summary>
    public static List<string> All(DbConnection connection) =>
        [.. RunFields.Names.Concat(ValueNames.Of(connection, "metric")).Concat(ValueNames.Of(connection, "parameter")).Distinct()];
}
