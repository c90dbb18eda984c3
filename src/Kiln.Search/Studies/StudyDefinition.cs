using System.Collections.Immutable;
using System.Globalization;
using Kiln.Runs;

namespace Kiln.Search;

/// <summary>What a study searches, by which rule, and for how long.</summary>
public sealed record StudyDefinition
{
    /// <summary>Name of the study; a study is continued under its name.</summary>
    public required string Name { get; init; }

    /// <summary>What to search.</summary>
    public required Space Space { get; init; }

    /// <summary>How to choose; default <see cref="RandomSampler"/>.</summary>
    public ISampler Sampler { get; init; } = new RandomSampler();

    /// <summary>The metric that is told for each trial; default <c>val_accuracy</c>.</summary>
    public string Metric { get; init; } = "val_accuracy";

    /// <summary>Direction of the metric; default greatest.</summary>
    public Goal Goal { get; init; } = Goal.Maximize;

    /// <summary>Further metrics that are sought beside the first, each with its direction; default none.</summary>
    public ImmutableArray<StudyObjective> FurtherObjectives { get; init; } = [];

    /// <summary>All that is sought: <see cref="Metric"/> first.</summary>
    public ImmutableArray<StudyObjective> Objectives => FurtherObjectives.IsDefaultOrEmpty ? [new(Metric, Goal)] : [new(Metric, Goal), .. FurtherObjectives];

    /// <summary>Limits that a trial must keep to be the best; default none.</summary>
    public ImmutableArray<MetricLimit> Limits { get; init; } = [];

    /// <summary>Ends trials early by what they report; default none.</summary>
    public IPruner? Pruner { get; init; }

    /// <summary>The step at which a trial that is not pruned ends; null (default) where that is not known.</summary>
    public int? MaxSteps { get; init; }

    /// <summary>Seed of the study; default 0.</summary>
    public long Seed { get; init; }

    /// <summary>Trials of the whole study, those of earlier sessions included; default 40. Not part of the identity.</summary>
    public int Trials { get; init; } = 40;

    /// <summary>After this many failures in a row, counted in this session, the study ends; default 3. Not part of the identity.</summary>
    public int MaxFailures { get; init; } = 3;

    /// <summary>
    /// How many times in a row a trial whose process was killed may be taken up again without having finished another epoch (or report);
    /// one killed after that is recorded as failed. Attempts that went on do not count. Default 1. Not part of the identity.
    /// </summary>
    public int Retries { get; init; } = 1;

    /// <summary>Name of the model definition; default none.</summary>
    public string ModelName { get; init; } = "";

    /// <summary>Hash of the model definition; default none.</summary>
    public string ModelHash { get; init; } = "";

    /// <summary>Name of the data set; default none.</summary>
    public string DataName { get; init; } = "";

    /// <summary>Fingerprint of the data set; default none.</summary>
    public string DataFingerprint { get; init; } = "";

    /// <summary>Options of each trial's training as a JSON object, but for what the space sets; default none.</summary>
    public string OptionsJson { get; init; } = "{}";

    /// <summary>
    /// Completes the row of a new trial, which comes with id, name, study, trial, seed and parameters; these and its status stay
    /// as they are. Default: nothing is added to model and data of this definition.
    /// </summary>
    public Func<RunRecord, RunRecord>? Describe { get; init; }

    /// <summary>Why metrics say nothing about a trial, in words: one of an objective is missing or not finite; null where they do.</summary>
    internal string? WhyUseless(IReadOnlyDictionary<string, double> metrics)
    {
        foreach (var (metric, _) in Objectives)
            if (!metrics.TryGetValue(metric, out var value)) return $"no metric '{metric}'; there are {string.Join(", ", metrics.Keys)}";
            else if (!double.IsFinite(value)) return string.Create(CultureInfo.InvariantCulture, $"{metric} is {value}");
        return null;
    }
}
