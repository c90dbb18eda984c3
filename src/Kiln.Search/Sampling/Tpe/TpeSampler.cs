namespace Kiln.Search;

/// <summary>
/// The tree-structured Parzen estimator: fits one density to the best trials and one to the others, draws from the first, and
/// proposes the draw whose share of the first is largest.
/// </summary>
/// <remarks>
/// <para>All dimensions are modelled together (multivariate), so that what only works in combination is found; one that means nothing in
/// a trial is not learnt from it. Numbers have an order, also those of a list that rises or falls. Of the best trials each counts as much
/// as it is better than the others. Trials under way count as bad ones: several workers do not try the same place. Failed trials are bad
/// ones, too. Pruned trials stand behind the finished ones, in the order of how far they came.</para>
/// <para>Sources: Bergstra et al. (2011), https://papers.nips.cc/paper/4443; Falkner, Klein, Hutter (2018),
/// https://proceedings.mlr.press/v80/falkner18a.html, for the joint density; Watanabe (2023), https://arxiv.org/abs/2304.11127, for how
/// much each of the numbers below matters.</para>
/// </remarks>
public sealed class TpeSampler : ISampler
{
    private const int StartTrials = 10, Candidates = 24, MostGood = 25;
    private const double GoodShare = 0.15;

    // Where rules forbid all candidates, so many times more are drawn.
    private const int Rounds = 20;

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
        var ranked = RankedTrials.Of(state);
        if (ranked.Count < StartTrials) return RandomSampler.Draw(state);
        var good = Math.Min((int)Math.Ceiling(GoodShare * ranked.Count), MostGood);
        var points = ranked.ConvertAll(trial => state.Space.PlacesOf(trial.Parameters));
        var better = new ParzenEstimator(state.Space, points[..good], Improvements.WeightsOf(ranked, good, state));
        var worse = new ParzenEstimator(state.Space, [.. points[good..], .. Avoided(state)]);
        return BestCandidate(state, better, worse) ?? RandomSampler.Draw(state);
    }

    private static IReadOnlyDictionary<string, ParameterValue>? BestCandidate(SearchState state, ParzenEstimator better, ParzenEstimator worse)
    {
        var draws = new DrawSequence(state.Seed, state.Trial);
        IReadOnlyDictionary<string, ParameterValue>? best = null;
        var mostGain = double.NegativeInfinity;
        for (var candidate = 0; candidate < Candidates || best is null && candidate < Rounds * Candidates; candidate++)
        {
            var places = better.Draw(draws);
            var point = state.Space.PointAt(places);
            if (!state.Space.Allows(point)) continue;
            for (var i = 0; i < places.Length; i++)
                places[i] = point.ContainsKey(state.Space.Dimensions[i].Name) ? state.Space.Dimensions[i].Settled(places[i]) : double.NaN;
            var gain = better.LogDensity(places) - worse.LogDensity(places);
            if (gain > mostGain) (best, mostGain) = (point, gain);
        }
        return best;
    }

    /// <summary>Places of trials that have failed or are under way.</summary>
    private static IEnumerable<double[]> Avoided(SearchState state) =>
        state.Finished.Where(trial => !RankedTrials.IsRanked(trial)).Select(trial => trial.Parameters)
            .Concat(state.Pending).Select(parameters => state.Space.PlacesOf(parameters));
}
