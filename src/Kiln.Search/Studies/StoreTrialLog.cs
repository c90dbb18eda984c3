using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search;

/// <summary>Trials as runs of a store, shared with other processes.</summary>
internal sealed class StoreTrialLog(RunStore store, StudyRecord study, StudyDefinition definition) : ITrialLog
{
    private const string EnqueuedTag = "enqueued";

    // A trial that was removed from the lists still has its number.
    public IReadOnlyList<TrialEntry> From(int first) =>
        [.. store.List(new RunFilter { Study = study.Id, FromTrial = first, Sort = "trial", Removed = null }).Select(Entry)];

    public TrialEntry? TryAdd(int number, IReadOnlyDictionary<string, ParameterValue> parameters, TrialEntry? origin)
    {
        var run = NewRun(number, parameters);
        return Added(origin is null ? run : run with { Parent = origin.RunId, ParentKind = RunRecord.Branch });
    }

    public int AttemptsInVain(TrialEntry trial) => store.AttemptsInVain(trial.RunId!);

    public TrialEntry? TryEnqueue(int number, IReadOnlyDictionary<string, ParameterValue> parameters) => Added(Waiting(NewRun(number, parameters)));

    // Its epochs stay: whoever trains it takes back those after the checkpoint it finds.
    public bool TryTakeUp(TrialEntry trial) => store.Reopen(trial.RunId!);

    public void Settle(TrialEntry trial)
    {
        var run = store.Get(trial.RunId!);
        var metrics = trial.Metrics.Aggregate(run.Metrics, (all, metric) => all.SetItem(metric.Key, metric.Value));
        // The training's recorder may have closed the row already, with the same end.
        var isThere = run.EndedAt is not null && run.Status == trial.Status && run.StatusReason == trial.Reason && ReferenceEquals(metrics, run.Metrics);
        // A training's end was forced to the disk by its recorder. What else a power cut takes is a trial that is handed out again.
        if (!isThere)
            store.Finish(trial.RunId!, trial.Status, trial.Reason, metrics, run.BestEpoch, isForced: false);
    }

    // The epochs of a run are the steps of its trial; there is no second record of them.
    public void Report(TrialEntry trial, IntermediateValue report) => store.AppendEpoch(trial.RunId!, new EpochRecord(
        report.Step, TimeSpan.Zero, ImmutableSortedDictionary<string, double>.Empty.Add(definition.Metric, report.Value)));

    public IReadOnlyList<IntermediateValue> Reports(TrialEntry trial) =>
        [.. store.Epochs(trial.RunId!).Where(epoch => epoch.Metrics.ContainsKey(definition.Metric)).Select(epoch => new IntermediateValue(epoch.Epoch, epoch.Metrics[definition.Metric]))];

    private TrialEntry? Added(RunRecord run) => store.TryCreate(run, out var recorded) ? Entry(recorded) : null;

    private static RunRecord Waiting(RunRecord run)
    {
        var waiting = TrialEntry.Enqueued(run.Trial!.Value, run.Id, ImmutableDictionary<string, ParameterValue>.Empty);
        return run with { Status = waiting.Status, StatusReason = waiting.Reason, Attempts = waiting.Attempts, Tags = [EnqueuedTag] };
    }

    private RunRecord NewRun(int number, IReadOnlyDictionary<string, ParameterValue> parameters)
    {
        var run = new RunRecord
        {
            Id = store.NewId(),
            Name = $"{definition.Name}-{number}",
            Kind = "trial",
            ModelName = definition.ModelName,
            ModelHash = definition.ModelHash,
            DataName = definition.DataName,
            DataFingerprint = definition.DataFingerprint,
            OptionsJson = definition.OptionsJson,
            Seed = definition.Seed,
            Parameters = parameters.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            Study = study.Id,
            Trial = number,
        };
        var described = definition.Describe?.Invoke(run) ?? run;
        return described with
        {
            Id = run.Id,
            Name = run.Name,
            Status = RunStatus.Running,
            Seed = run.Seed,
            Parameters = run.Parameters,
            Study = run.Study,
            Trial = run.Trial,
        };
    }

    private TrialEntry Entry(RunRecord run) => new(run.Trial!.Value, run.Id, run.Parameters.ToImmutableDictionary(pair => pair.Key, pair => ValueOf(pair.Key, pair.Value)))
    {
        Status = run.Status,
        Reason = run.StatusReason,
        Metrics = run.Status == RunStatus.Finished ? run.Metrics : ImmutableSortedDictionary<string, double>.Empty,
        Attempts = run.Attempts,
        IsEnqueued = run.Tags.Contains(EnqueuedTag),
        Origin = run.ParentKind == RunRecord.Branch ? store.Find(run.Parent!)?.Trial : null,
    };

    /// <summary>A choice of texts that look like numbers is read as those texts.</summary>
    private ParameterValue ValueOf(string name, string text)
    {
        var parsed = ParameterValue.Parse(text);
        var dimension = definition.Space.Dimensions.FirstOrDefault(dimension => dimension.Name == name);
        return dimension is null || dimension.Contains(parsed) || !dimension.Contains(text) ? parsed : text;
    }
}
