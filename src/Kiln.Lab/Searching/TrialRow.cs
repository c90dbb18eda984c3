using System.Collections.Immutable;
using Kiln.Runs;
using Kiln.Search;

namespace Kiln;

/// <summary>One trial of a study, as a row of its table.</summary>
/// <param name="Number">Counted from 0.</param>
/// <param name="RunId">The run that trained it.</param>
/// <param name="Parameters">What the sampler chose, as text by name, in the order of the space.</param>
/// <param name="Value">The study's (first) metric in the trial's best epoch; null when the trial did not finish.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why it failed, was pruned or stopped; null when it finished.</param>
/// <param name="Elapsed">Training time.</param>
public sealed record TrialRow(
    int Number,
    string RunId,
    IReadOnlyDictionary<string, string> Parameters,
    double? Value,
    RunStatus Status,
    string? Reason,
    TimeSpan Elapsed)
{
    /// <summary>A value of each objective; empty where <see cref="Value"/> is null.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>Which limit it breaks, in words; null where it keeps them all.</summary>
    public string? BrokenLimit { get; init; }

    /// <summary>Number of the trial whose training it went on from; null (default) for one that began anew.</summary>
    public int? Origin { get; init; }

    /// <summary>What it reported on its way: the metric after each epoch, also of those that it went on from (with several seeds or folds, of each of them).</summary>
    public IReadOnlyList<IntermediateValue> Curve { get; init; } = [];

    /// <summary>When it began.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset Ended { get; init; }

    internal FinishedTrial? Finished { get; init; }

    internal static TrialRow Of(FinishedTrial trial, RunStore store, StudyDefinition study)
    {
        var run = trial.RunId is null ? null : store.Find(trial.RunId);
        // A hash map of texts has another order in every process.
        var parameters = study.Space.Dimensions.Where(dimension => trial.Parameters.ContainsKey(dimension.Name))
            .ToDictionary(dimension => dimension.Name, dimension => trial.Parameters[dimension.Name].ToString());
        if (run is null) return new TrialRow(trial.Number, trial.RunId ?? "", parameters, trial.Value, trial.Status, trial.Reason, TimeSpan.Zero);
        var epochs = store.Epochs(run.Id);
        var trained = epochs.Count > 0 ? epochs[^1].Elapsed - Before(run, store) : TimeSpan.Zero;
        var ended = run.EndedAt ?? run.CreatedAt + trained;
        return new TrialRow(trial.Number, run.Id, parameters, trial.Value, trial.Status, trial.Reason, trained > TimeSpan.Zero ? trained : ended - run.CreatedAt)
        {
            Finished = trial,
            Values = trial.Values,
            BrokenLimit = trial.BrokenLimit,
            Origin = trial.Origin,
            Curve = [.. epochs.Where(epoch => epoch.Metrics.ContainsKey(study.Metric)).Select(epoch => new IntermediateValue(epoch.Epoch, epoch.Metrics[study.Metric]))],
            Started = run.CreatedAt,
            Ended = ended,
        };
    }

    // What its first epochs took belongs to the trial that it went on from.
    private static TimeSpan Before(RunRecord run, RunStore store) =>
        run.ParentKind == RunRecord.Branch && store.Epochs(run.Parent!) is [.., var last] ? last.Elapsed : TimeSpan.Zero;
}
