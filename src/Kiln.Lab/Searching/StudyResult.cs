namespace Kiln;

/// <summary>A study as it stands when the command returns.</summary>
public sealed record StudyResult
{
    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>What trials were judged by.</summary>
    public required string Metric { get; init; }

    /// <summary>Whether the metric is to be large.</summary>
    public required bool Maximize { get; init; }

    /// <summary>All trials, in the order of their numbers.</summary>
    public required IReadOnlyList<TrialRow> Trials { get; init; }

    /// <summary>The best trial; null when none has finished.</summary>
    public required TrialRow? Best { get; init; }

    /// <summary>The winner, trained again with a fresh seed and measured once on the test split; null where that was not done.</summary>
    public required Run? Winner { get; init; }

    /// <summary>Remarks.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Name, number of trials, best value.</summary>
    public override string ToString() => $"study {Study}: {Trials.Count} trials, best {Metric} {Best?.Value?.ToString("0.####") ?? "none"}";
}
