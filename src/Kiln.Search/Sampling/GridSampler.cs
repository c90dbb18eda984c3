namespace Kiln.Search;

/// <summary>Tries every combination of levels, in order (the last dimension changes fastest) or in an order drawn by the study's seed.</summary>
/// <remarks>
/// Finished trials are not looked at. Combinations that differ only in what means nothing are one, those that break a rule are left out.
/// In a drawn order a search that ends early has looked everywhere, not only at the first values.
/// </remarks>
public sealed class GridSampler : ISampler
{
    /// <summary>Whether the order is drawn; default false.</summary>
    public bool IsShuffled { get; init; }

    /// <inheritdoc/>
    public string Name => IsShuffled ? "grid-shuffled" : "grid";

    /// <inheritdoc/>
    public string Description => IsShuffled ? "tries every combination of levels, in an order drawn by the seed" : "tries every combination of levels, in order";

    /// <inheritdoc/>
    public long? CountTrials(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.GridSize;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var size = state.Space.GridSize;
        if (state.Trial >= size) return null;
        return state.Space.Grid[IsShuffled ? new Permutation(state.Seed, size)[state.Trial] : state.Trial];
    }
}
