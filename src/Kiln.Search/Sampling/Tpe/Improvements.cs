namespace Kiln.Search;

/// <summary>How much each of the best trials counts: as much as it is better than the best of the others.</summary>
/// <remarks>
/// With these weights the share of the good density is the expected improvement: Song et al. (2022),
/// https://proceedings.mlr.press/v162/song22b.html; measured among other weights by Watanabe (2023), https://arxiv.org/abs/2304.11127.
/// </remarks>
internal static class Improvements
{
    /// <summary>The weights, with mean 1.</summary>
    /// <param name="ranked">Trials, the best first.</param>
    /// <param name="good">How many of them are the best.</param>
    /// <param name="state">What is searched.</param>
    /// <returns>Null where all count alike: among several objectives and pruned trials, and where values are equal or too far apart to be subtracted.</returns>
    public static double[]? WeightsOf(IReadOnlyList<FinishedTrial> ranked, int good, SearchState state)
    {
        // Pruned trials stand last: where the first of the others has a value, all of the best have one.
        if (state.Goals.Length > 1 || good == ranked.Count || ranked[good].Value is not { } bound) return null;
        double[] weights = [.. ranked.Take(good).Select(trial => Math.Abs(trial.Value!.Value - bound))];
        var mean = weights.Average();
        return mean > 0 && double.IsFinite(mean) ? Array.ConvertAll(weights, weight => weight / mean) : null;
    }
}
