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
    public IReadOnlyDictionary<string, ParameterValue>? Propose(Space space, long studySeed, int trial, IReadOnlyList<FinishedTrial> finished) =>
        space.Dimensions.ToImmutableDictionary(
            dimension => dimension.Name,
            dimension => dimension.At(StudyRandom.Unit(studySeed, trial, dimension.Name)));
}
