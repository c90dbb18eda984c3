using Kiln.Runs;

namespace Kiln.Search;

/// <summary>Where a study keeps its trials: a run store, or memory.</summary>
internal interface ITrialLog
{
    /// <summary>The trials from a number on, by rising number.</summary>
    IReadOnlyList<TrialEntry> From(int first);

    /// <summary>Adds a running trial; null when another process has taken the number.</summary>
    TrialEntry? TryAdd(int number, IReadOnlyDictionary<string, ParameterValue> parameters);

    /// <summary>Makes a stopped trial running again; false when another process has taken it up.</summary>
    bool TryTakeUp(TrialEntry trial);

    /// <summary>Records how a trial ended.</summary>
    void Settle(TrialEntry trial);
}

/// <summary>A trial as the log knows it.</summary>
internal sealed record TrialEntry(int Number, string? RunId, IReadOnlyDictionary<string, ParameterValue> Parameters)
{
    public RunStatus Status { get; init; } = RunStatus.Running;

    public string? Reason { get; init; }

    public double? Value { get; init; }

    /// <summary>How many times it was begun or taken up.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsSettled => Status is RunStatus.Finished or RunStatus.Failed or RunStatus.Pruned;

    public FinishedTrial ToFinished() => new(Number, Parameters, Value, Status, Reason, RunId);
}
