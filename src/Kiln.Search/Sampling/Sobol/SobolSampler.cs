namespace Kiln.Search;

/// <summary>Goes through the space evenly: a Sobol sequence, scrambled by the study's seed.</summary>
/// <remarks>
/// Trial k is point k of the sequence, whoever runs it, so the trials are the same for any number of workers. Its first 2ᵏ points fill every
/// dimension and, for small k, every pair of them without gaps. Dimensions beyond the first <see cref="SobolSequence.MostDimensions"/>
/// are drawn at random. Does not look at finished trials. See <see cref="SobolSequence"/> for the sources.
/// </remarks>
public sealed class SobolSampler : ISampler
{
    // As for random points: beyond this no point keeps to the rules.
    private const int MostSkipped = 10_000;

    /// <inheritdoc/>
    public string Name => "sobol";

    /// <inheritdoc/>
    public string Description => "spreads trials evenly over the space; fewer gaps than random";

    /// <inheritdoc/>
    public long? CountTrials(Space space) => null;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No point was found that keeps to the space's rules.</exception>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Space.Constraints.IsEmpty ? PointAt(state, (uint)state.Trial) : Allowed(state);
    }

    /// <summary>Trial k is the k-th of the points that keep to the rules.</summary>
    private static IReadOnlyDictionary<string, ParameterValue> Allowed(SearchState state)
    {
        var skipped = 0;
        for (uint index = 0, allowed = 0; skipped < MostSkipped; index++)
        {
            var point = PointAt(state, index);
            if (!state.Space.Allows(point)) skipped++;
            else if (allowed++ == state.Trial) return point;
        }
        // The remaining ones are as good as drawn; it also knows how to say that there are none.
        return RandomSampler.Draw(state);
    }

    private static IReadOnlyDictionary<string, ParameterValue> PointAt(SearchState state, uint index)
    {
        var dimensions = state.Space.Dimensions;
        var places = new double[dimensions.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = i < SobolSequence.MostDimensions
                ? SobolSequence.Scrambled(i, index, (uint)StudyRandom.Bits(state.Seed, 0, $"sobol {dimensions[i].Name}"))
                : StudyRandom.Unit(state.Seed, (int)index, dimensions[i].Name);
        return state.Space.PointAt(places);
    }
}
