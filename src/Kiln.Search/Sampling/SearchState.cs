using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>What a sampler may know when it proposes a trial.</summary>
/// <param name="Space">The space.</param>
/// <param name="Seed">Seed of the study.</param>
/// <param name="Trial">Number of the trial that is wanted, from 0.</param>
public sealed record SearchState(Space Space, long Seed, int Trial)
{
    /// <summary>Direction of the study's metric, of several the first; default greatest.</summary>
    public Goal Goal { get; init; } = Goal.Maximize;

    /// <summary>Direction of each objective, in the order of <see cref="FinishedTrial.Values"/>. Default: <see cref="Goal"/> alone.</summary>
    public ImmutableArray<Goal> Goals
    {
        get => field.IsDefault ? [Goal] : field;
        init;
    }

    /// <summary>Trials that have ended so far, by rising number; default none. The sampler need not have proposed them itself.</summary>
    public IReadOnlyList<FinishedTrial> Finished { get; init; } = [];

    /// <summary>Parameters of trials that are under way, here or in another process, by rising number; default none.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, ParameterValue>> Pending { get; init; } = [];
}
