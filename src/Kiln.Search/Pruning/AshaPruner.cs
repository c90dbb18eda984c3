namespace Kiln.Search;

/// <summary>
/// Asynchronous successive halving: at steps that grow by a factor, a trial ends if it is not within the best share of all that came as
/// far so far. No trial waits for another.
/// </summary>
/// <remarks>
/// Li et al. (2020), https://arxiv.org/abs/1810.05934, in the form that stops trials in place of promoting paused ones. As long as fewer
/// trials than the reduction came as far, all go on.
/// </remarks>
public sealed record AshaPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "asha";

    /// <inheritdoc/>
    public string Description => "lets the best third of the trials go on at steps 1, 3, 9, …, without waiting for others";

    /// <summary>Step of the first comparison; default 1.</summary>
    public int Grace { get; init => field = Settings.AtLeast(value, 1); } = 1;

    /// <summary>One in so many trials goes on, and the next comparison is after so many times as many steps; default 3.</summary>
    public int Reduction { get; init => field = Settings.AtLeast(value, 2); } = 3;

    /// <inheritdoc/>
    public bool ShouldPrune(PruningState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var sign = state.Goal == Goal.Maximize ? -1 : 1;
        foreach (var rung in new Rungs(Grace, Reduction, state.MaxSteps).ReachedNow(state.Values))
        {
            var own = sign * state.Values[^1].Value;
            if (double.IsNaN(own)) return true;
            var reached = Rungs.Reached(state.Others, rung, sign);
            reached.Add(own);
            if (reached.Count >= Reduction && own > Quantiles.Of(reached, 1.0 / Reduction)) return true;
        }
        return false;
    }
}
