namespace Kiln.Search;

/// <summary>
/// Models the objective as a Gaussian process over the space and tries the place that is expected to improve most on the best value.
/// </summary>
/// <remarks>
/// <para>For few, expensive trials: a proposal takes time that grows with the cube of the trials, so at most
/// <see cref="MostTrials"/> of them are looked at, the best and the latest. Begins as <see cref="SobolSampler"/> does. Trials under way
/// count as what the model expects there, failed ones as the worst value; of several objectives the first counts.</para>
/// <para>Jones et al. (1998), https://doi.org/10.1023/A:1008306431147; Snoek et al. (2012), https://arxiv.org/abs/1206.2944. Values far
/// worse than the median are drawn in by their logarithm: a region is bad enough when it is bad.</para>
/// </remarks>
public sealed class GpSampler : ISampler
{
    private const int StartTrials = 10, MostTrials = 120, MostPending = 16;

    /// <inheritdoc/>
    public string Name => "gp";

    /// <inheritdoc/>
    public string Description => "a Gaussian process with expected improvement; for few, expensive trials";

    /// <inheritdoc/>
    public long? CountTrials(Space space) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var known = state.Finished.Where(trial => trial.Value is { } value && double.IsFinite(value)).ToList();
        if (known.Count < StartTrials) return new SobolSampler().Propose(state);
        var sign = state.Goal == Goal.Maximize ? -1 : 1;
        var worst = known.Max(trial => sign * trial.Value!.Value);
        var trials = state.Finished.Select(trial => (trial.Number, trial.Parameters, Cost: trial.Value is { } value && double.IsFinite(value) ? sign * value : worst)).ToList();
        if (trials.Count > MostTrials)
            trials = [.. trials.OrderBy(trial => trial.Cost).Take(MostTrials / 2).Union(trials.TakeLast(MostTrials / 2)).OrderBy(trial => trial.Number)];

        double[][] places = [.. trials.Select(trial => state.Space.PlacesOf(trial.Parameters))];
        bool[] areWords = [.. state.Space.Dimensions.Select(dimension => dimension.Categories is not null)];
        var process = new GaussianProcessFit(places, Standardised([.. trials.Select(trial => trial.Cost)]), areWords).Find();
        if (process is null) return RandomSampler.Draw(state);
        var believing = process.Believing([.. state.Pending.TakeLast(MostPending).Select(parameters => state.Space.PlacesOf(parameters))]);
        return new ImprovementSearch(state, believing).Find(places[Enumerable.Range(0, trials.Count).MinBy(i => trials[i].Cost)]);
    }

    /// <summary>Costs of mean 0 and deviation 1, those far above the median drawn in.</summary>
    private static double[] Standardised(double[] costs)
    {
        // First into a range in which nothing overflows.
        var size = costs.Max(Math.Abs);
        if (size > 0) costs = Array.ConvertAll(costs, cost => cost / size);
        var (median, least) = (Quantiles.Of(costs, 0.5), costs.Min());
        var unit = median - least;
        if (unit > 0) costs = Array.ConvertAll(costs, cost => cost <= median ? cost : median + unit * Math.Log(1 + (cost - median) / unit));
        var mean = costs.Average();
        var deviation = Math.Sqrt(costs.Average(cost => (cost - mean) * (cost - mean)));
        return Array.ConvertAll(costs, cost => deviation > 0 ? (cost - mean) / deviation : 0);
    }
}
