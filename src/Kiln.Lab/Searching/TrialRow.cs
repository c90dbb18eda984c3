using Kiln.Runs;

namespace Kiln;

/// <summary>One trial of a study, as a row of its table.</summary>
/// <param name="Number">Counted from 0.</param>
/// <param name="RunId">The run that trained it.</param>
/// <param name="Parameters">What the sampler chose, as text by name.</param>
/// <param name="Value">The study's metric in the trial's best epoch; null when the trial did not finish.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why it failed or stopped; null when it finished.</param>
/// <param name="Elapsed">Training time.</param>
public sealed record TrialRow(
    int Number,
    string RunId,
    IReadOnlyDictionary<string, string> Parameters,
    double? Value,
    RunStatus Status,
    string? Reason,
    TimeSpan Elapsed);
