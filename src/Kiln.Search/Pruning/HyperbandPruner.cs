using Kiln.Runs;

namespace Kiln.Search;

/// <summary>Hyperband: several successive halvings side by side, whose first comparison comes later and later; each trial is in one.</summary>
/// <remarks>
/// Li et al. (2018), https://jmlr.org/papers/v18/16-558.html. Within a bracket it decides as <see cref="HalvingPruner"/> does; brackets
/// have shares of the trials as in Optuna's HyperbandPruner, dealt out by the trial's number in turns.
/// </remarks>
public sealed record HyperbandPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "hyperband";

    /// <inheritdoc/>
    public string Description => "successive halving in several brackets, of which some give slow starters more time";

    /// <summary>Step of the first comparison in the first bracket; default 1.</summary>
    public int Grace { get; init => field = Settings.AtLeast(value, 1); } = 1;

    /// <summary>One in so many trials goes on, and the next comparison is after so many times as many steps; default 3.</summary>
    public int Reduction { get; init => field = Settings.AtLeast(value, 2); } = 3;

    /// <inheritdoc/>
    public bool ShouldPrune(PruningState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if ((state.MaxSteps ?? Longest(state.Others)) is not { } most) return false;
        var brackets = BracketsOf(most);
        var own = brackets.Of(state.Trial);
        return HalvingPruner.IsBeaten(state, state.Others.Where(other => brackets.Of(other.Number) == own), brackets.FirstRung(own), Reduction);
    }

    /// <summary>The bracket of a trial, from 0; the first comparison of bracket b is at <c>Grace · Reductionᵇ</c> steps.</summary>
    /// <param name="trial">Number of the trial.</param>
    /// <param name="maxSteps">The step at which a trial ends that is not pruned.</param>
    /// <returns>The bracket.</returns>
    public int BracketOf(int trial, int maxSteps) => BracketsOf(maxSteps).Of(trial);

    private Brackets BracketsOf(int maxSteps) => new(Grace, Reduction, maxSteps);

    // Where nobody has said how long trials are, one that came to its end shows it.
    private static int? Longest(IReadOnlyList<TrialCurve> others) =>
        others.Where(other => other.Status == RunStatus.Finished && other.Values.Count > 0).Select(other => (int?)other.Values[^1].Step).Max();
}
