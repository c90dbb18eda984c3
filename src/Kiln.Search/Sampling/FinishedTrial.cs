using Kiln.Runs;

namespace Kiln.Search;

/// <summary>A trial that has ended.</summary>
/// <param name="Number">Number of the trial, from 0.</param>
/// <param name="Parameters">Its parameters by name.</param>
/// <param name="Value">The study's metric; null when the trial failed.</param>
/// <param name="Status"><see cref="RunStatus.Finished"/> or <see cref="RunStatus.Failed"/>.</param>
/// <param name="Reason">Why it failed; null when it finished.</param>
/// <param name="RunId">Id of the trial's run; null in a study that is kept in memory.</param>
public sealed record FinishedTrial(
    int Number,
    IReadOnlyDictionary<string, ParameterValue> Parameters,
    double? Value,
    RunStatus Status,
    string? Reason,
    string? RunId);
