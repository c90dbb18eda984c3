namespace Kiln.Runs;

/// <summary>One search as it was defined; its trials are the runs that name it in <see cref="RunRecord.Study"/>.</summary>
public sealed record StudyRecord
{
    /// <summary>The study's short name for machines (<see cref="RunStore.NewId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The study's name for people; several studies may share one, the newest counts.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the sampler, such as <c>random</c>.</summary>
    public string Sampler { get; init; } = "";

    /// <summary>The search space in its canonical text.</summary>
    public string SpaceText { get; init; } = "";

    /// <summary>The metric that is sought.</summary>
    public string Metric { get; init; } = "";

    /// <summary>Direction of the metric: <c>max</c> or <c>min</c>.</summary>
    public string Goal { get; init; } = "max";

    /// <summary>Seed of the study.</summary>
    public long Seed { get; init; }

    /// <summary>Name of the model definition.</summary>
    public string ModelName { get; init; } = "";

    /// <summary>Hash of the model definition.</summary>
    public string ModelHash { get; init; } = "";

    /// <summary>Name of the data set.</summary>
    public string DataName { get; init; } = "";

    /// <summary>Fingerprint of the data set.</summary>
    public string DataFingerprint { get; init; } = "";

    /// <summary>Options of each trial's training as a JSON object.</summary>
    public string OptionsJson { get; init; } = "{}";

    /// <summary>When the study was created; filled in by <see cref="RunStore.CreateStudy"/> when left at its default.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
