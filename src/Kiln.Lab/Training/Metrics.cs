using Kiln.Training;

namespace Kiln;

/// <summary>What the names of metrics tell.</summary>
internal static class Metrics
{
    /// <summary>A known metric says its direction itself; losses are to be small, what else there is to be large.</summary>
    /// <param name="metric">A name as runs have it: <c>val_accuracy</c>.</param>
    public static bool HigherIsBetter(string metric)
    {
        var name = metric[(metric.IndexOf('_') + 1)..];
        var known = MetricTable.All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return known?.HigherIsBetter ?? !metric.Contains("loss", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The known metrics and the loss, each with the splits they are measured on.</summary>
    public static IEnumerable<string> OfSplits => MetricTable.Names.Append("loss").SelectMany(name => new[] { $"test_{name}", $"val_{name}" });

    /// <summary>Whether a metric of that name can come of a training, as far as its name tells.</summary>
    public static bool IsKnown(string metric) => NameOf(metric) is { } name && (name == "loss" || Find(name) is not null);

    /// <summary>Options that have a metric measured, beside those that they ask for already.</summary>
    /// <param name="metric">A name as runs have it; what no option asks for changes nothing.</param>
    /// <param name="train">The options.</param>
    /// <param name="data">What is trained on.</param>
    /// <exception cref="ArgumentException">The options ask for a task or a metric that there is not.</exception>
    public static TrainOptions Measuring(string metric, TrainOptions train, DataSet data)
    {
        if ((NameOf(metric) is { } name ? Find(name)?.Name : null) is not { } wanted) return train;
        var measured = MetricTable.For(LearningTasks.Find(train.Task, data), train.Metrics).Select(one => one.Name).ToList();
        return measured.Contains(wanted) ? train : train with { Metrics = string.Join(',', [.. measured, wanted]) };
    }

    private static string? NameOf(string metric) => metric.Split('_', 2) is ["test" or "val", var name] ? name : null;

    private static Metric? Find(string name)
    {
        try
        {
            return MetricTable.Find(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
