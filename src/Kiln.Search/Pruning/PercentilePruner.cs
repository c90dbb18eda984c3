namespace Kiln.Search;

/// <summary>Ends a trial whose best report so far is not within the best share of what finished trials reported at the same step.</summary>
/// <remarks>The median pruner with another share; decides as Optuna's PercentilePruner does, whose percentile is 100 times the share.</remarks>
public sealed record PercentilePruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "percentile";

    /// <inheritdoc/>
    public string Description => "ends trials that are not as good as the best quarter of the finished ones was at the same step";

    /// <summary>The share of finished trials, 0..1, within which a trial goes on; default .25.</summary>
    public double Share { get; init => field = Settings.Within(value, 0, 1); } = 0.25;

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
        return new PercentileRule(Share, StartTrials, WarmupSteps, IntervalSteps).ShouldPrune(state);
    }
}
