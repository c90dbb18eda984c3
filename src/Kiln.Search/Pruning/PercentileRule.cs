using Kiln.Runs;

namespace Kiln.Search;

/// <summary>What the median and the percentile pruner have in common.</summary>
/// <param name="Share">The share of finished trials, 0..1, that a trial must not fall behind, counted from the best.</param>
/// <param name="StartTrials">Nothing is pruned before so many trials have finished.</param>
/// <param name="WarmupSteps">Nothing is pruned at a step below this.</param>
/// <param name="IntervalSteps">Trials are judged once in so many steps.</param>
internal sealed record PercentileRule(double Share, int StartTrials, int WarmupSteps, int IntervalSteps)
{
    public bool ShouldPrune(PruningState state)
    {
        if (state.Values.Count == 0) return false;
        var step = state.Values[^1].Step;
        if (step < WarmupSteps || step >= state.MaxSteps || !IsFirstOfInterval(state.Values)) return false;
        var finished = state.Others.Where(other => other.Status == RunStatus.Finished).ToList();
        if (finished.Count == 0 || finished.Count < StartTrials) return false;

        var sign = state.Goal == Goal.Maximize ? -1 : 1;
        var reached = state.Values.Where(value => !double.IsNaN(value.Value)).Select(value => sign * value.Value).DefaultIfEmpty(double.NaN).Min();
        if (double.IsNaN(reached)) return true;
        var others = finished.SelectMany(other => other.Values.Where(value => value.Step == step)).Select(value => sign * value.Value);
        // Nothing is greater than NaN, which stands for no trial with a report of this step.
        return reached > Quantiles.Of(others, Share);
    }

    private bool IsFirstOfInterval(IReadOnlyList<IntermediateValue> values)
    {
        var start = (values[^1].Step - WarmupSteps) / IntervalSteps * IntervalSteps + WarmupSteps;
        return values.Count == 1 || values[^2].Step < start;
    }
}
