namespace Kiln.Training;

/// <summary>The metrics by name.</summary>
public static class MetricTable
{
    private static readonly Metric[] Kinds =
    [
        Accuracy.Metric,
        TopK.Of(3),
        TopK.Of(5),
        .. Precision.Metrics,
        .. Recall.Metrics,
        .. F1.Metrics,
        Auc.Metric,
        RootMeanSquaredError.Metric,
        MeanSquaredError.Metric,
        MeanAbsoluteError.Metric,
        RSquared.Metric,
        Perplexity.Metric,
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All => Kinds;

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Select(metric => metric.Name)];

    /// <summary>The metrics that a task is measured by.</summary>
    /// <param name="task">The task.</param>
    /// <param name="asked">Names with commas between, or "auto" for the task's default.</param>
    /// <returns>The metrics; the first is the one an epoch is judged by. Empty where only the loss is.</returns>
    /// <exception cref="ArgumentException">There is no such metric, or it does not fit the task.</exception>
    public static IReadOnlyList<Metric> For(LearningTask task, string asked = "auto")
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(asked);
        if (asked.Equals("auto", StringComparison.OrdinalIgnoreCase)) return task.JudgedBy is { } metric ? [Find(metric)] : [];
        return [.. asked.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => Fitting(task, name))];
    }

    /// <summary>The metric of a name; <c>topN</c> goes with any N.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Metric Find(string name) =>
        Array.Find(Kinds, metric => metric.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? TopK.Named(name)
        ?? throw new ArgumentException($"There is no metric '{name}'. {Suggestions.Hint(name, Names)}");

    /// <summary>The metrics that are defined for a task, for a report that shows all.</summary>
    internal static IReadOnlyList<Metric> Defined(LearningTask task) =>
        task.Targets is { } targets ? [.. Kinds.Where(metric => metric.Targets.Contains(targets))] : [];

    private static string Fit(LearningTask task) => task.Targets is { } targets
        ? $"Use some of {string.Join(", ", Kinds.Where(metric => metric.Targets.Contains(targets)).Select(metric => metric.Name))}."
        : "It is judged by its loss alone.";

    private static Metric Fitting(LearningTask task, string name)
    {
        Metric metric = Find(name);
        return task.Targets is { } targets && metric.Targets.Contains(targets)
            ? metric
            : throw new ArgumentException($"Metrics: {metric.Name} does not fit {task.Name}. {Fit(task)}");
    }
}
