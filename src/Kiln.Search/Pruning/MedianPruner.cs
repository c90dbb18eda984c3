namespace Kiln.Search;

/// <summary>Ends a trial whose best report so far is worse than the median of what finished trials reported at the same step.</summary>
/// <remarks>Golovin et al. (2017), section 3.2.2 (https://doi.org/10.1145/3097983.3098043); decides as Optuna's MedianPruner does.</remarks>
public sealed record MedianPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "median";

    /// <inheritdoc/>
    public string Description => "ends trials that are worse than half of the finished ones were at the same step";

    /// <summary>Nothing is pruned before so many trials have finished; default 5.</summary>
    public int StartTrials { get; init => field = Settings.AtLeast(value, 0); } = 5;

    /// <summary>Nothing is pruned at a step below this; default 0.</summary>
    public int WarmupSteps { get; init => field = Settings.AtLeast(value, 0); }

    /// <summary>A trial is judged once in so many steps; default 1.</summary>
    public int IntervalSteps { get; init => field = Settings.AtLeast(value, 1); } = 1;

    /// <inheritdoc/>
    public bool ShouldPrune(PruningState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new PercentileRule(0.5, StartTrials, WarmupSteps, IntervalSteps).ShouldPrune(state);
    }
}
