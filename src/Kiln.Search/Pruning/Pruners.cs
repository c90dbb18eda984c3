using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>All pruners with their default settings; a new one is one line here.</summary>
public static class Pruners
{
    /// <summary>The pruners in the order of help.</summary>
    public static ImmutableArray<IPruner> All { get; } =
    [
        new MedianPruner(),
        new PercentilePruner(),
        new PatientPruner(),
        new HalvingPruner(),
        new AshaPruner(),
        new HyperbandPruner(),
        new WilcoxonPruner(),
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(pruner => pruner.Name);

    /// <summary>Finds a pruner by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The pruner, or null.</returns>
    public static IPruner? Find(string name) =>
        All.FirstOrDefault(pruner => string.Equals(pruner.Name, name, StringComparison.OrdinalIgnoreCase));
}
