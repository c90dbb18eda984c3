namespace Kiln.Search;

/// <summary>Trials of a study that lives as long as its program.</summary>
internal sealed class MemoryTrialLog : ITrialLog
{
    private readonly List<TrialEntry> _trials = [];

    public IReadOnlyList<TrialEntry> From(int first) => [.. _trials.Skip(first)];

    public TrialEntry? TryAdd(int number, IReadOnlyDictionary<string, ParameterValue> parameters)
    {
        var trial = new TrialEntry(number, null, parameters);
        _trials.Add(trial);
        return trial;
    }

    public bool TryTakeUp(TrialEntry trial)
    {
        _trials[trial.Number] = trial with { Status = Runs.RunStatus.Running, Attempts = trial.Attempts + 1 };
        return true;
    }

    public void Settle(TrialEntry trial) => _trials[trial.Number] = trial;
}
