namespace Kiln.Search;

/// <summary>Trials of a study that lives as long as its program. The study itself remembers them; nobody else adds any.</summary>
internal sealed class MemoryTrialLog : ITrialLog
{
    private readonly Dictionary<int, List<IntermediateValue>> _reports = [];

    public IReadOnlyList<TrialEntry> From(int first) => [];

    public TrialEntry? TryAdd(int number, IReadOnlyDictionary<string, ParameterValue> parameters, TrialEntry? origin) =>
        new(number, null, parameters) { Origin = origin?.Number };

    public TrialEntry? TryEnqueue(int number, IReadOnlyDictionary<string, ParameterValue> parameters) => TrialEntry.Enqueued(number, null, parameters);

    // A killed process takes such a study with it.
    public int AttemptsInVain(TrialEntry trial) => 0;

    public bool TryTakeUp(TrialEntry trial) => true;

    public void Settle(TrialEntry trial)
    {
    }

    public void Report(TrialEntry trial, IntermediateValue report)
    {
        if (!_reports.TryGetValue(trial.Number, out var reports)) _reports[trial.Number] = reports = [];
        reports.Add(report);
    }

    public IReadOnlyList<IntermediateValue> Reports(TrialEntry trial) => _reports.TryGetValue(trial.Number, out var reports) ? [.. reports] : [];
}
