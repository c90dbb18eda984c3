using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>All ways to search: each sampler by itself, and the pairs of sampler and pruner that have a name of their own.</summary>
public static class SearchMethods
{
    /// <summary>The ways in the order of help.</summary>
    public static ImmutableArray<SearchMethod> All { get; } =
    [
        .. Samplers.All.Select(sampler => new SearchMethod(sampler.Name, sampler.Description, sampler)),
        new("halving", "random trials, of which a third goes on at 1, 3, 9, … epochs", new RandomSampler(), new HalvingPruner()),
        new("asha", "random trials, of which the best third goes on at 1, 3, 9, … epochs; the quickest way to a good network", new RandomSampler(), new AshaPruner()),
        new("hyperband", "random trials in brackets, of which some give slow starters more epochs", new RandomSampler(), new HyperbandPruner()),
        new("bohb", "trials as tpe chooses them, in the brackets of hyperband", new TpeSampler(), new HyperbandPruner()),
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(method => method.Name);

    /// <summary>Finds a way to search by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The way, or null.</returns>
    public static SearchMethod? Find(string name) =>
        All.FirstOrDefault(method => string.Equals(method.Name, name, StringComparison.OrdinalIgnoreCase));
}
