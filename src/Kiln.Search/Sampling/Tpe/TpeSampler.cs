using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>
/// The tree-structured Parzen estimator: fits one density to the best trials and one to the others, draws from the first, and
/// proposes the draw whose share of the first is largest.
/// </summary>
/// <remarks>
/// <para>All dimensions are modelled together (multivariate), so that what only works in combination is found. Trials under way count
/// as bad ones: several workers do not try the same place. Failed trials are bad ones, too.</para>
/// <para>Sources: Bergstra et al. (2011), https://papers.nips.cc/paper/4443; Falkner, Klein, Hutter (2018),
/// https://proceedings.mlr.press/v80/falkner18a.html, for the joint density; Watanabe (2023), https://arxiv.org/abs/2304.11127, for how
/// much each of the numbers below matters.</para>
/// </remarks>
public sealed class TpeSampler : ISampler
{
    private const int StartTrials = 10, Candidates = 24, MostGood = 25;
    private const double GoodShare = 0.15;

    /// <inheritdoc/>
    public string Name => "tpe";

    /// <inheritdoc/>
    public string Description => "learns from the trials so far where good ones lie; the best choice for most searches";

    /// <inheritdoc/>
    public long? CountTrials(Space space) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var ranked = Ranked(state);
        if (ranked.Count < StartTrials) return RandomSampler.Draw(state);
        var good = Math.Min((int)Math.Ceiling(GoodShare * ranked.Count), MostGood);
        var better = new ParzenEstimator(state.Space, ranked.Take(good));
        var worse = new ParzenEstimator(state.Space, ranked.Skip(good).Concat(Failed(state)).Concat(state.Pending.Select(parameters => PlacesOf(state.Space, parameters))));
        var draws = new DrawSequence(state.Seed, state.Trial);
        var best = Enumerable.Range(0, Candidates).Select(_ => better.Draw(draws)).MaxBy(places => better.LogDensity(places) - worse.LogDensity(places))!;
        return state.Space.Dimensions.Select((dimension, i) => KeyValuePair.Create(dimension.Name, dimension.At(best[i]))).ToImmutableDictionary();
    }

    /// <summary>Places of the trials with a value, the best first.</summary>
    private static List<double[]> Ranked(SearchState state)
    {
        var sign = state.Goal == Goal.Maximize ? -1 : 1;
        return [.. state.Finished.Where(trial => trial.Value is not null).OrderBy(trial => sign * trial.Value!.Value).ThenBy(trial => trial.Number)
            .Select(trial => PlacesOf(state.Space, trial.Parameters))];
    }

    private static IEnumerable<double[]> Failed(SearchState state) =>
        state.Finished.Where(trial => trial.Value is null).Select(trial => PlacesOf(state.Space, trial.Parameters));

    private static double[] PlacesOf(Space space, IReadOnlyDictionary<string, ParameterValue> parameters) =>
        [.. space.Dimensions.Select(dimension => dimension.PlaceOf(parameters[dimension.Name]))];
}
