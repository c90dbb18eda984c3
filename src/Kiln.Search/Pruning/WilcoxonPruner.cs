using Kiln.Runs;

namespace Kiln.Search;

/// <summary>
/// For trials that report one value per fold, data set or seed: ends a trial that is worse than the best one on the same folds, by
/// Wilcoxon's signed-rank test.
/// </summary>
/// <remarks>
/// The report of step s is about fold s alone, not a mean so far; the best trial is the finished one with the best mean. One-sided p, as in
/// Optuna's WilcoxonPruner: a trial whose mean over its folds is no worse than the best one's is never ended. Looking after each fold
/// makes p an ordering, not an error rate.
/// </remarks>
public sealed record WilcoxonPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "wilcoxon";

    /// <inheritdoc/>
    public string Description => "for one report per fold: ends trials that are worse than the best one on the same folds";

    /// <summary>A trial ends when p, in 0..1, is below this; default .1.</summary>
    public double Threshold { get; init => field = Settings.Within(value, 0, 1); } = 0.1;

    /// <summary>Nothing is pruned before so many folds; default 2.</summary>
    public int StartSteps { get; init => field = Settings.AtLeast(value, 1); } = 2;

    /// <inheritdoc/>
    public bool ShouldPrune(PruningState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Values.Count < StartSteps || state.Values[^1].Step >= state.MaxSteps) return false;
        if (double.IsNaN(state.Values[^1].Value)) return true;
        var sign = state.Goal == Goal.Maximize ? -1 : 1;
        var best = state.Others.Where(other => other.Status == RunStatus.Finished && other.Values.Count > 0 && other.Values.All(value => double.IsFinite(value.Value)))
            .MinBy(other => sign * other.Values.Average(value => value.Value));
        if (best is null) return false;
        var known = best.Values.ToDictionary(value => value.Step, value => value.Value);
        double[] worse = [.. state.Values.Where(value => known.ContainsKey(value.Step)).Select(value => sign * (value.Value - known[value.Step])).Where(double.IsFinite)];
        return worse.Length >= StartSteps && worse.Average() > 0 && IsMostlyWorse(worse) && WilcoxonTest.Of([.. worse]).PValue / 2 < Threshold;
    }

    // The rank sum of the positive differences is the number of pairs whose mean is positive (Walsh averages).
    private static bool IsMostlyWorse(double[] differences)
    {
        var balance = 0;
        for (var i = 0; i < differences.Length; i++)
            for (var j = i; j < differences.Length; j++)
                balance += Math.Sign(differences[i] + differences[j]);
        return balance > 0;
    }
}
