using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>Tries every combination of levels in order; the last dimension changes fastest.</summary>
/// <remarks>The seed plays no part, and finished trials are not looked at.</remarks>
public sealed class GridSampler : ISampler
{
    /// <inheritdoc/>
    public string Name => "grid";

    /// <inheritdoc/>
    public string Description => "tries every combination of levels, in order";

    /// <inheritdoc/>
    public long? CountTrials(Space space) => space.GridSize;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state)
    {
        if (state.Trial >= state.Space.GridSize)
            return null;
        var point = ImmutableDictionary.CreateBuilder<string, ParameterValue>();
        var rest = state.Trial;
        foreach (var dimension in state.Space.Dimensions.Reverse())
        {
            var levels = dimension.Levels;
            point[dimension.Name] = levels[rest % levels.Length];
            rest /= levels.Length;
        }
        return point.ToImmutable();
    }
}
