namespace Kiln.Search;

/// <summary>
/// Successive halving: at steps that grow by a factor, a trial goes on only if it is among the best of that share of all that came
/// as far.
/// </summary>
/// <remarks>
/// Jamieson and Talwalkar (2016), https://proceedings.mlr.press/v51/jamieson16.html, without waiting for the others, and strict while
/// few trials came as far: then only the best of them goes on. Decides as Optuna's SuccessiveHalvingPruner does, but for trials at their
/// last step, which are let end.
/// </remarks>
public sealed record HalvingPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "halving";

    /// <inheritdoc/>
    public string Description => "lets a third of the trials go on at steps 1, 3, 9, …; of the first ones only the best";

    /// <summary>Step of the first comparison; default 1.</summary>
    public int Grace { get; init => field = Settings.AtLeast(value, 1); } = 1;

    /// <summary>One in so many trials goes on, and the next comparison is after so many times as many steps; default 3.</summary>
    public int Reduction { get; init => field = Settings.AtLeast(value, 2); } = 3;

    /// <inheritdoc/>
    public bool ShouldPrune(PruningState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return IsBeaten(state, state.Others, Grace, Reduction);
    }

    /// <summary>Judges among some of the other trials only, as Hyperband's brackets do.</summary>
    internal static bool IsBeaten(PruningState state, IEnumerable<TrialCurve> others, int first, int reduction)
    {
        var sign = state.Goal == Goal.Maximize ? -1 : 1;
        var rungs = new Rungs(first, reduction, state.MaxSteps);
        foreach (var rung in rungs.ReachedNow(state.Values))
        {
            var own = sign * state.Values[^1].Value;
            if (double.IsNaN(own)) return true;
            var reached = Rungs.Reached(others, rung, sign);
            var places = Math.Max(1, (reached.Count + 1) / reduction);
            if (reached.Count(other => other < own) >= places) return true;
        }
        return false;
    }
}
