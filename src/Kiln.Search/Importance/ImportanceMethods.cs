using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>All ways to tell how much hyperparameters matter; a new one is one line here.</summary>
public static class ImportanceMethods
{
    /// <summary>The methods in the order of help.</summary>
    public static ImmutableArray<IImportanceMethod> All { get; } = [new FanovaImportance(), new PedAnovaImportance()];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(method => method.Name);

    /// <summary>Finds a method by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The method, or null.</returns>
    public static IImportanceMethod? Find(string name) =>
        All.FirstOrDefault(method => string.Equals(method.Name, name, StringComparison.OrdinalIgnoreCase));
}
