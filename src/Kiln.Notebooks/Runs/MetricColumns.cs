using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Which of a run's figures a table shows, in which order and under which title.</summary>
internal static class MetricColumns
{
    private static readonly string[] Splits = ["train", "val", "test"];

    /// <summary>Losses, then each metric in training and validation, then what else the training measured of itself (the parts of a loss).</summary>
    /// <returns>The names that the epochs have, such as <c>val_f1</c>, each with its title.</returns>
    public static IReadOnlyList<(string Name, string Title)> Of(IReadOnlyList<EpochRecord> epochs)
    {
        var present = epochs.SelectMany(epoch => epoch.Metrics.Keys).ToHashSet();
        var metrics = MetricTable.Names.Prepend("loss").SelectMany(metric => Splits.Select(split => MetricNames.Of(split, metric)));
        var parts = present.Where(name => name.StartsWith("train_", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. metrics.Where(present.Contains).Concat(parts).Distinct().Select(name => (name, name.Replace('_', ' ')))];
    }

    /// <summary>The metric that tells the better of two epochs of a run, without its split; the loss where there is no other.</summary>
    public static string Judge(RunRecord run, IEnumerable<string> names)
    {
        var known = names.ToHashSet();
        var asked = OptionsText.Metrics(run);
        return asked.Concat(MetricTable.Names).FirstOrDefault(metric => Splits.Any(split => known.Contains(MetricNames.Of(split, metric)))) ?? "loss";
    }

    /// <summary>What a table of several runs shows: the validation loss, and of each run's judge validation and test.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<RunRecord> runs)
    {
        var judges = runs.Select(run => Judge(run, run.Metrics.Keys)).Distinct();
        return [.. judges.SelectMany(judge => new[] { $"val_{judge}", $"test_{judge}" }).Prepend("val_loss").Distinct()
            .Where(metric => runs.Any(run => run.Metrics.ContainsKey(metric)))];
    }
}
