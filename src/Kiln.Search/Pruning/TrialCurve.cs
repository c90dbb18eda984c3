using Kiln.Runs;

namespace Kiln.Search;

/// <summary>What another trial of the study has reported.</summary>
/// <param name="Number">Number of the trial, from 0.</param>
/// <param name="Values">Its reports, by rising step.</param>
/// <param name="Status">How it stands; pruners differ in whether they look at trials that came to their end alone.</param>
public sealed record TrialCurve(int Number, IReadOnlyList<IntermediateValue> Values, RunStatus Status)
{
    /// <summary>Whether the trial reports nothing more.</summary>
    public bool HasEnded => Status != RunStatus.Running;
}
