using MathNet.Numerics.Distributions;

namespace Kiln.Search;

/// <summary>
/// The covariance matrix adaptation evolution strategy: draws each generation of trials from a normal distribution that moves and
/// stretches towards where the best of the generations before lay.
/// </summary>
/// <remarks>
/// <para>Hansen (2016), The CMA evolution strategy: a tutorial, https://arxiv.org/abs/1604.00772, without negative weights. Generation g are
/// the trials g·λ to (g+1)·λ-1; what is learnt is worked out anew from the finished ones of them, so a resumed study goes on as if
/// uninterrupted. A generation that is not complete yet, because workers are ahead, teaches what is known of it.</para>
/// <para>For spaces of real numbers and some hundreds of trials. Whole numbers count as real ones, words are drawn at random, and a number
/// that means nothing in a trial counts as the mean.</para>
/// </remarks>
public sealed class CmaEsSampler : ISampler
{
    // Beyond the range or against the rules: drawn again so often, then moved to the border.
    private const int MostDraws = 50;

    /// <inheritdoc/>
    public string Name => "cma-es";

    /// <inheritdoc/>
    public string Description => "an evolution strategy for spaces of real numbers and some hundreds of trials";

    /// <inheritdoc/>
    public long? CountTrials(Space space) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        int[] numbers = [.. Enumerable.Range(0, state.Space.Dimensions.Length).Where(i => state.Space.Dimensions[i].Categories is null)];
        if (numbers.Length == 0) return RandomSampler.Draw(state);
        var evolution = Evolve(state, numbers);
        for (var attempt = 0; attempt <= MostDraws; attempt++)
            if (Draw(state, numbers, evolution, attempt) is { } point) return point;
        return RandomSampler.Draw(state);
    }

    private static CmaEvolution Evolve(SearchState state, int[] numbers)
    {
        var evolution = new CmaEvolution(numbers.Length);
        var size = CmaEvolution.PopulationOf(numbers.Length);
        var isOf = RankedTrials.Of(state with { Finished = [.. state.Finished.Where(trial => trial.Number < state.Trial / size * size)] }).ToLookup(trial => trial.Number / size);
        for (var generation = 0; generation < state.Trial / size; generation++)
            evolution.Learn([.. isOf[generation].Select(trial => Coordinates(state.Space.PlacesOf(trial.Parameters), numbers, evolution.Mean))]);
        return evolution;
    }

    private static double[] Coordinates(double[] places, int[] numbers, double[] mean) =>
        [.. numbers.Select((dimension, i) => double.IsNaN(places[dimension]) ? mean[i] : places[dimension])];

    /// <summary>A point; null where the draw should be taken again.</summary>
    private static IReadOnlyDictionary<string, ParameterValue>? Draw(SearchState state, int[] numbers, CmaEvolution evolution, int attempt)
    {
        double[] normals = [.. numbers.Select((_, i) => Normal.InvCDF(0, 1, 1 - StudyRandom.Unit(state.Seed, state.Trial, "cma-es", attempt * numbers.Length + i)))];
        var drawn = evolution.At(normals);
        if (attempt < MostDraws && Array.Exists(drawn, place => place is < 0 or >= 1)) return null;
        double[] places = [.. state.Space.Dimensions.Select(dimension => StudyRandom.Unit(state.Seed, state.Trial, dimension.Name, attempt))];
        for (var i = 0; i < numbers.Length; i++) places[numbers[i]] = Math.Clamp(drawn[i], 0, SpacePlaces.Last);
        var point = state.Space.PointAt(places);
        return state.Space.Allows(point) ? point : null;
    }
}
