using Kiln.Runs;

namespace Kiln.Search;

/// <summary>What must be equal for a study to go on: everything that its trials depend on.</summary>
internal static class StudyIdentity
{
    private static readonly (string Name, Func<StudyRecord, string> Value)[] Parts =
    [
        ("search space", study => study.SpaceText),
        ("sampler", study => study.Sampler),
        ("metric", study => study.Metric),
        ("goal", study => study.Goal),
        ("seed", study => $"{study.Seed}"),
        ("model definition", study => study.ModelHash),
        ("data set", study => study.DataFingerprint),
        ("training options", study => study.OptionsJson),
    ];

    public static StudyRecord RecordOf(StudyDefinition definition, string id) => new()
    {
        Id = id,
        Name = definition.Name,
        Sampler = definition.Pruner is { } pruner ? $"{definition.Sampler.Name} {PrunerText.Of(pruner, definition.MaxSteps)}" : definition.Sampler.Name,
        SpaceText = definition.Space.Text,
        Metric = string.Join(' ', [string.Join(',', definition.Objectives.Select(objective => objective.Metric)), .. definition.Limits]),
        Goal = string.Join(',', definition.Objectives.Select(objective => objective.Goal == Goal.Maximize ? "max" : "min")),
        Seed = definition.Seed,
        ModelName = definition.ModelName,
        ModelHash = definition.ModelHash,
        DataName = definition.DataName,
        DataFingerprint = definition.DataFingerprint,
        OptionsJson = definition.OptionsJson,
    };

    /// <summary>The definition that a record is of, as far as it tells.</summary>
    public static StudyDefinition DefinitionOf(StudyRecord record)
    {
        var sought = record.Metric.Split(' ', 2);
        var (metrics, goals) = (sought[0].Split(','), record.Goal.Split(','));
        var objectives = metrics.Zip(goals, (metric, goal) => new StudyObjective(metric, goal == "max" ? Goal.Maximize : Goal.Minimize)).ToList();
        return new StudyDefinition
        {
            Name = record.Name,
            Space = Space.Parse(record.SpaceText),
            Sampler = Samplers.Find(record.Sampler.Split(' ')[0]) ?? new RandomSampler(),
            Metric = objectives[0].Metric,
            Goal = objectives[0].Goal,
            FurtherObjectives = [.. objectives.Skip(1)],
            Limits = [.. MetricLimit.Parse(sought.Length > 1 ? sought[1] : "")],
            Seed = record.Seed,
            Trials = 0,
            ModelName = record.ModelName,
            ModelHash = record.ModelHash,
            DataName = record.DataName,
            DataFingerprint = record.DataFingerprint,
            OptionsJson = record.OptionsJson,
        };
    }

    /// <summary>What differs, in words such as <c>another metric (val_loss, now val_accuracy)</c>; null when all is equal.</summary>
    public static string? Difference(StudyRecord earlier, StudyRecord now)
    {
        var different = Parts.Where(part => part.Value(earlier) != part.Value(now))
            .Select(part => $"another {part.Name} ({Short(part.Value(earlier))}, now {Short(part.Value(now))})")
            .ToList();
        return different.Count == 0 ? null : string.Join(" and ", different);
    }

    private static string Short(string text) => text.Length switch { 0 => "none", <= 60 => text, _ => text[..57] + "…" };
}
