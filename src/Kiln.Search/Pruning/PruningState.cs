namespace Kiln.Search;

/// <summary>What a pruner may know when it judges a trial.</summary>
/// <param name="Trial">Number of the trial, from 0.</param>
/// <param name="Values">What it has reported, by rising step; the last one is new.</param>
public sealed record PruningState(int Trial, IReadOnlyList<IntermediateValue> Values)
{
    /// <summary>Direction of the study's metric; default greatest.</summary>
    public Goal Goal { get; init; } = Goal.Maximize;

    /// <summary>Seed of the study; default 0.</summary>
    public long Seed { get; init; }

    /// <summary>The other trials, in any order and also those under way; default none.</summary>
    public IReadOnlyList<TrialCurve> Others { get; init; } = [];

    /// <summary>The step at which a trial that is not pruned ends: the greatest resource; null where it is not known. Default null.</summary>
    public int? MaxSteps { get; init; }
}
