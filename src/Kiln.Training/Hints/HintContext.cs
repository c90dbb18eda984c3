namespace Kiln.Training;

/// <summary>What a hint may look at: the curves of a run, what it was asked for, and what was found by looking at the trained model.</summary>
public sealed record HintContext
{
    /// <summary>The metrics of each epoch by name, in order.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, double>> Epochs { get; init; }

    /// <summary>How it was trained.</summary>
    public required TrainOptions Options { get; init; }

    /// <summary>The best epoch, counted from 1; null if none is known.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Whether it trained all its epochs.</summary>
    public bool IsFinished { get; init; }

    /// <summary>What <see cref="RunProbe"/> found; null where the model is not at hand, as for a run of an earlier session.</summary>
    public ProbeFindings? Findings { get; init; }

    /// <summary>Questions that were answered before the run ended, by a <see cref="TrainingWarning"/> or when the data were loaded; default: none.</summary>
    public IReadOnlyCollection<HintQuestion> Told { get; init; } = [];

    /// <summary>A metric over the epochs; null unless every epoch has a finite value of it.</summary>
    internal double[]? Curve(string metric)
    {
        double[] values = [.. Epochs.Select(epoch => epoch.GetValueOrDefault(metric, double.NaN))];
        return values.Length > 0 && values.All(double.IsFinite) ? values : null;
    }

    /// <summary>The middle value of a metric over the epochs that have it; null where none has.</summary>
    internal double? Median(string metric)
    {
        double[] values = [.. Epochs.Where(epoch => epoch.ContainsKey(metric)).Select(epoch => epoch[metric]).Where(double.IsFinite).Order()];
        return values.Length == 0 ? null : values[values.Length / 2];
    }
}
