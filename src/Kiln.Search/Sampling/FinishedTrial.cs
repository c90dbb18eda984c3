using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search;

/// <summary>A trial that has ended.</summary>
/// <param name="Number">Number of the trial, from 0.</param>
/// <param name="Parameters">Its parameters by name.</param>
/// <param name="Value">The study's metric, of several objectives the first; null when the trial failed or was pruned.</param>
/// <param name="Status"><see cref="RunStatus.Finished"/>, <see cref="RunStatus.Failed"/> or <see cref="RunStatus.Pruned"/>.</param>
/// <param name="Reason">Why it failed or was pruned; null when it finished.</param>
/// <param name="RunId">Id of the trial's run; null in a study that is kept in memory.</param>
public sealed record FinishedTrial(
    int Number,
    IReadOnlyDictionary<string, ParameterValue> Parameters,
    double? Value,
    RunStatus Status,
    string? Reason,
    string? RunId)
{
    /// <summary>
    /// A value of each objective, in the order of <see cref="SearchState.Goals"/>; empty where <see cref="Value"/> is null.
    /// Default: <see cref="Value"/> alone.
    /// </summary>
    public ImmutableArray<double> Values
    {
        get => !field.IsDefault ? field : Value is { } value ? [value] : [];
        init;
    }

    /// <summary>The last value that the trial reported on its way; null when it reported none. What is left of a pruned trial. Default none.</summary>
    public IntermediateValue? LastReport { get; init; }

    /// <summary>Number of the trial whose training it went on from; null (default) for one that began anew.</summary>
    public int? Origin { get; init; }

    /// <summary>Which limit of the study the trial breaks, in words; null (default) where it keeps them all. Such a trial is never the best.</summary>
    public string? BrokenLimit { get; init; }

    /// <summary>The trials whose training led to this one, the first one first and this one last; of most samplers this one alone.</summary>
    /// <param name="trials">The trials of its study.</param>
    /// <returns>The trials.</returns>
    public IReadOnlyList<FinishedTrial> LineageIn(IEnumerable<FinishedTrial> trials)
    {
        var byNumber = trials.ToDictionary(trial => trial.Number);
        List<FinishedTrial> lineage = [this];
        while (lineage[^1].Origin is { } origin && byNumber.TryGetValue(origin, out var before)) lineage.Add(before);
        lineage.Reverse();
        return lineage;
    }
}
