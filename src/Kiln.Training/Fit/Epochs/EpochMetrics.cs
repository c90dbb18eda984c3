using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>The metrics of an epoch by name.</summary>
internal static class EpochMetrics
{
    public static ImmutableSortedDictionary<string, double> Of(EpochPass pass, Score? validation, int examples)
    {
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        Add(metrics, "train", pass.Score!);
        foreach ((string part, double loss) in pass.Parts) metrics[MetricNames.Of("train", part)] = loss;
        if (validation is not null) Add(metrics, "val", validation);
        metrics[MetricNames.Lr] = pass.Lr;
        metrics[MetricNames.ExamplesPerSecond] = examples / pass.Seconds;
        if (pass.Gauge is { } gauge)
        {
            metrics[MetricNames.GradientNorm] = gauge.GradientNorm;
            metrics[MetricNames.WeightNorm] = gauge.WeightNorm;
            metrics[MetricNames.UpdateRatio] = gauge.UpdateRatio;
        }
        return metrics.ToImmutable();
    }

    /// <summary>Adds loss and metrics of a split.</summary>
    public static void Add(ImmutableSortedDictionary<string, double>.Builder metrics, string split, Score score)
    {
        metrics[MetricNames.Of(split, "loss")] = score.Loss;
        foreach ((string name, double value) in score.Metrics) metrics[MetricNames.Of(split, name)] = value;
    }
}
