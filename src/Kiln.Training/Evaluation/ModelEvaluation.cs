using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Training;

/// <summary>What a model is worth on a split: all metrics of its task, and what stands behind them.</summary>
public sealed record ModelEvaluation
{
    /// <summary>Name of the data set.</summary>
    public required string Data { get; init; }

    /// <summary>Name of the split: train, validation or test.</summary>
    public required string Split { get; init; }

    /// <summary>The task that was measured.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>Examples measured.</summary>
    public required int Count { get; init; }

    /// <summary>Mean loss, the one the model was trained with.</summary>
    public required double Loss { get; init; }

    /// <summary>The metrics that are defined for the task, with their values; NaN for one that these examples leave undefined.</summary>
    public ImmutableArray<MetricValue> Metrics { get; init; } = [];

    /// <summary>Names of classes, labels or columns.</summary>
    public ImmutableArray<string> TargetNames { get; init; } = [];

    /// <summary>Share of right answers with its interval; null where answers are not right or wrong.</summary>
    public Rate? Accuracy { get; init; }

    /// <summary>Each class or label by itself; empty where there are none.</summary>
    public ImmutableArray<ClassScore> Classes { get; init; } = [];

    /// <summary>Examples by true class (rows) and answer (columns), row by row, shape (K, K); empty where an example has no single class.</summary>
    public ImmutableArray<long> Confusion { get; init; } = [];

    /// <summary>The residuals of each number predicted; empty where there are none.</summary>
    public ImmutableArray<ResidualSummary> Residuals { get; init; } = [];

    /// <summary>True numbers, shape (N, M), in their own unit; empty where none are predicted.</summary>
    public ImmutableArray<float> Truths { get; init; } = [];

    /// <summary>Predicted numbers, shape (N, M), in the target's unit; empty where none are predicted.</summary>
    public ImmutableArray<float> Predictions { get; init; } = [];

    /// <summary>The value of a metric.</summary>
    /// <param name="metric">Its name, such as <c>f1</c>.</param>
    /// <exception cref="ArgumentException">It was not measured; says which were.</exception>
    public double this[string metric] => Metrics.FirstOrDefault(value => value.Metric.Name.Equals(metric, StringComparison.OrdinalIgnoreCase))?.Value
        ?? throw new ArgumentException($"There is no metric '{metric}' of {Task.Name}. {Suggestions.Hint(metric, [.. Metrics.Select(value => value.Metric.Name)])}");

    /// <summary>Data set, split and the first figures.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Data}, {Split} split ({Count} examples): loss {Loss:0.####}")
        + string.Concat(Metrics.Take(3).Select(value => string.Create(CultureInfo.InvariantCulture, $", {value.Metric.Name} {value.Value:0.####}")));
}

/// <summary>A metric and its value.</summary>
/// <param name="Metric">Name, unit and direction.</param>
/// <param name="Value">The value.</param>
public sealed record MetricValue(Metric Metric, double Value);
