using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search;

/// <summary>A trial as the log knows it.</summary>
internal sealed record TrialEntry(int Number, string? RunId, IReadOnlyDictionary<string, ParameterValue> Parameters)
{
    private static readonly ImmutableSortedDictionary<string, double> NoMetrics = ImmutableSortedDictionary<string, double>.Empty;

    public RunStatus Status { get; init; } = RunStatus.Running;

    public string? Reason { get; init; }

    /// <summary>The metrics of a finished trial: those of the study's objectives and limits, and what else it told.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = NoMetrics;

    /// <summary>Whether its parameters were given, not chosen by the sampler.</summary>
    public bool IsEnqueued { get; init; }

    /// <summary>The trial whose training it goes on from; null where it began anew.</summary>
    public int? Origin { get; init; }

    /// <summary>How many times it was begun or taken up.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsSettled => Status is RunStatus.Finished or RunStatus.Failed or RunStatus.Pruned;

    public static TrialEntry Enqueued(int number, string? runId, IReadOnlyDictionary<string, ParameterValue> parameters) =>
        new(number, runId, parameters) { Status = RunStatus.Stopped, Reason = "waits for its turn", IsEnqueued = true, Attempts = 0 };

    public FinishedTrial ToFinished(StudyDefinition definition, IntermediateValue? lastReport)
    {
        ImmutableArray<double> values = Status == RunStatus.Finished && definition.Objectives.All(objective => Metrics.ContainsKey(objective.Metric))
            ? [.. definition.Objectives.Select(objective => Metrics[objective.Metric])]
            : [];
        return new FinishedTrial(Number, Parameters, values.Length > 0 ? values[0] : null, Status, Reason, RunId)
        {
            Values = values,
            LastReport = lastReport,
            Origin = Origin,
            BrokenLimit = values.Length > 0 ? definition.Limits.Select(limit => limit.BrokenBy(Metrics)).FirstOrDefault(broken => broken is not null) : null,
        };
    }
}
