using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>All samplers; a new one is one line here.</summary>
public static class Samplers
{
    /// <summary>The samplers in the order of help.</summary>
    public static ImmutableArray<ISampler> All { get; } =
    [
        new GridSampler(),
        new GridSampler { IsShuffled = true },
        new RandomSampler(),
        new SobolSampler(),
        new TpeSampler(),
        new GpSampler(),
        new CmaEsSampler(),
        new NsgaSampler(),
        new PbtSampler(),
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(sampler => sampler.Name);

    /// <summary>Finds a sampler by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The sampler, or null.</returns>
    public static ISampler? Find(string name) =>
        All.FirstOrDefault(sampler => string.Equals(sampler.Name, name, StringComparison.OrdinalIgnoreCase));
}
