namespace Kiln.Search;

/// <summary>Where a study keeps its trials: a run store, or memory.</summary>
internal interface ITrialLog
{
    /// <summary>The trials from a number on, by rising number; only those that the caller may not know where that can be told.</summary>
    IReadOnlyList<TrialEntry> From(int first);

    /// <summary>Adds a running trial, one that goes on from another's training or begins anew; null when another process has taken the number.</summary>
    TrialEntry? TryAdd(int number, IReadOnlyDictionary<string, ParameterValue> parameters, TrialEntry? origin);

    /// <summary>Adds a trial that waits to be taken up; null when another process has taken the number.</summary>
    TrialEntry? TryEnqueue(int number, IReadOnlyDictionary<string, ParameterValue> parameters);

    /// <summary>How often in a row the trial's process was killed before it had reported anything new.</summary>
    int AttemptsInVain(TrialEntry trial);

    /// <summary>Makes a stopped trial running again; false when another process has taken it up.</summary>
    bool TryTakeUp(TrialEntry trial);

    /// <summary>Records how a trial ended.</summary>
    void Settle(TrialEntry trial);

    /// <summary>Records what a trial has reported on its way.</summary>
    void Report(TrialEntry trial, IntermediateValue report);

    /// <summary>What a trial has reported, by rising step.</summary>
    IReadOnlyList<IntermediateValue> Reports(TrialEntry trial);
}
