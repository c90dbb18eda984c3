using Kiln.Runs;

namespace Kiln.Search;

/// <summary>The trials that a sampler can learn from, the best first.</summary>
internal static class RankedTrials
{
    /// <summary>Whether a trial can be compared with others: it has a value, or was pruned after it had reported one.</summary>
    public static bool IsRanked(FinishedTrial trial) =>
        trial.Value is { } value ? !double.IsNaN(value) : trial.Status == RunStatus.Pruned && trial.LastReport is not null;

    /// <summary>Finished trials by their value, of several objectives by fronts, then pruned ones, the longest first; of equals the earliest.</summary>
    public static List<FinishedTrial> Of(SearchState state)
    {
        var sign = state.Goal == Goal.Maximize ? -1 : 1;
        var finished = state.Finished.Where(trial => trial.Value is not null && IsRanked(trial));
        var ranked = (state.Goals.Length > 1 ? Pareto.InOrder([.. finished], state.Goals) : finished.OrderBy(trial => sign * trial.Value!.Value)).ToList();
        ranked.AddRange(state.Finished.Where(trial => trial.Value is null && IsRanked(trial))
            .OrderByDescending(trial => trial.LastReport!.Value.Step)
            .ThenBy(trial => double.IsNaN(trial.LastReport!.Value.Value))
            .ThenBy(trial => sign * trial.LastReport!.Value.Value));
        return ranked;
    }
}
