using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>Draws each parameter independently and evenly over its dimension.</summary>
/// <remarks>Bergstra and Bengio (2012), https://jmlr.org/papers/v13/bergstra12a.html. Does not look at finished trials.</remarks>
public sealed class RandomSampler : ISampler
{
    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public string Description => "draws every parameter independently; a good first search";

    /// <inheritdoc/>
    public long? CountTrials(Space space) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state) => Draw(state);

    /// <summary>A point of the space, also for samplers that begin or mix in chance.</summary>
    internal static IReadOnlyDictionary<string, ParameterValue> Draw(SearchState state) =>
        state.Space.Dimensions.ToImmutableDictionary(
            dimension => dimension.Name,
            dimension => dimension.At(StudyRandom.Unit(state.Seed, state.Trial, dimension.Name)));
}
