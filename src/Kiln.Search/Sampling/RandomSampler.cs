namespace Kiln.Search;

/// <summary>Draws each parameter independently and evenly over its dimension.</summary>
/// <remarks>Bergstra and Bengio (2012), https://jmlr.org/papers/v13/bergstra12a.html. Does not look at finished trials.</remarks>
public sealed class RandomSampler : ISampler
{
    // A space of which not one point in a thousand keeps to the rules finds one with a probability of .99995.
    private const int MostDraws = 10_000;

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public string Description => "draws every parameter independently; a good first search";

    /// <inheritdoc/>
    public long? CountTrials(Space space) => null;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No point was found that keeps to the space's rules.</exception>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state) => Draw(state);

    /// <summary>A point of the space, also for samplers that begin or mix in chance.</summary>
    internal static IReadOnlyDictionary<string, ParameterValue> Draw(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var space = state.Space;
        var places = new double[space.Dimensions.Length];
        for (var attempt = 0; attempt < MostDraws; attempt++)
        {
            for (var i = 0; i < places.Length; i++)
                places[i] = Place(state, space.Dimensions[i].Name, attempt);
            var point = space.PointAt(places);
            if (space.Allows(point)) return point;
        }
        throw new InvalidOperationException($"Space: none of {MostDraws} random points keeps to '{string.Join("' and '", space.Constraints.Select(rule => $"where {rule.Text}"))}'. Loosen the rule, or narrow the ranges.");
    }

    private static double Place(SearchState state, string dimension, int attempt) => attempt == 0
        ? StudyRandom.Unit(state.Seed, state.Trial, dimension)
        : StudyRandom.Unit(state.Seed, state.Trial, dimension, attempt);
}
