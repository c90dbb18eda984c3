using Kiln.Training;

namespace Kiln;

/// <summary>What a search is judged by, made whole: the metric where none is named, and all that must be measured for it.</summary>
internal static class SoughtMetrics
{
    /// <summary>The options with a metric and with trainings that measure whatever the search asks for.</summary>
    /// <exception cref="LabException">A metric is unknown, or not one of the task.</exception>
    public static SearchOptions Of(SearchOptions options, DataSet data, bool hasOwnLosses)
    {
        try
        {
            options = options with { Metric = options.Metric ?? Usual(options.Train, data, hasOwnLosses) };
            var asked = SearchObjectives.Of(options).Select(objective => objective.Metric).Concat(SearchObjectives.LimitsOf(options).Select(limit => limit.Metric));
            var train = hasOwnLosses ? options.Train : asked.Aggregate(options.Train, (train, metric) => Metrics.Measuring(metric, train, data));
            // Refuses what is not the task's.
            _ = MetricsOf(train, data);
            return options with { Train = train };
        }
        catch (ArgumentException problem)
        {
            throw new LabException(problem.Message, problem);
        }
    }

    // As an epoch is judged.
    private static string Usual(TrainOptions train, DataSet data, bool hasOwnLosses) =>
        !hasOwnLosses && MetricsOf(train, data) is [var first, ..] ? $"val_{first.Name}" : "val_loss";

    private static IReadOnlyList<Metric> MetricsOf(TrainOptions train, DataSet data) => MetricTable.For(LearningTasks.Find(train.Task, data), train.Metrics);
}
