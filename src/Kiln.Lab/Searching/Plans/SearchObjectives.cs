using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>What a search seeks, from its words.</summary>
internal static class SearchObjectives
{
    private static readonly string[] OfEpochs = [MetricNames.Lr, MetricNames.ExamplesPerSecond, MetricNames.GradientNorm, MetricNames.WeightNorm, MetricNames.UpdateRatio];

    /// <summary>The metrics with their directions, the first one first: <c>val_accuracy,parameters:min</c>.</summary>
    /// <exception cref="LabException">There is no metric, one stands twice, or a direction is none.</exception>
    public static IReadOnlyList<StudyObjective> Of(SearchOptions options)
    {
        var words = (options.Metric ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw new LabException("--metric is empty. Name a metric, for example val_accuracy.");
        var objectives = words.Select(Read).ToList();
        if (options.Maximize is { } maximize && !words[0].Contains(':')) objectives[0] = objectives[0] with { Goal = maximize ? Goal.Maximize : Goal.Minimize };
        if (objectives.GroupBy(objective => objective.Metric).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new LabException($"--metric names '{twice.Key}' twice. Leave one out.");
        return objectives;
    }

    /// <summary>The limits.</summary>
    /// <exception cref="LabException">They cannot be read.</exception>
    public static IReadOnlyList<MetricLimit> LimitsOf(SearchOptions options)
    {
        try
        {
            var limits = MetricLimit.Parse(options.Limit ?? "");
            foreach (var limit in limits) RequireMetric(limit.Metric, "--limit");
            return limits;
        }
        catch (ArgumentException problem)
        {
            throw new LabException($"--limit: {problem.Message.Split(" (Parameter")[0]}", problem);
        }
    }

    // What no training of any model measures would fail every trial, one after another.
    private static void RequireMetric(string name, string option)
    {
        if (TrialCosts.Names.Contains(name) || OfEpochs.Contains(name) || name.StartsWith("train_", StringComparison.Ordinal)) return;
        var isTest = name.StartsWith("test_", StringComparison.Ordinal);
        if (Metrics.IsKnown(name) && !isTest) return;
        var why = isTest ? "the test split is for the winner, once" : "there is no such metric";
        var bare = isTest || name.StartsWith("val_", StringComparison.Ordinal) ? name[(name.IndexOf('_') + 1)..] : name;
        var meant = Suggestions.Nearest(name, TrialCosts.Names) ?? (Suggestions.Nearest(bare, [.. MetricTable.Names, "loss"]) is { } near ? "val_" + near : null);
        throw new LabException($"{option} {name}: {why}.{(meant is null ? "" : $" Did you mean {meant}?")} A trial is judged by a metric of the validation split, such as val_accuracy or val_loss, or by what it costs: {string.Join(", ", TrialCosts.Names)}.");
    }

    private static StudyObjective Read(string word)
    {
        var parts = word.Split(':');
        if (parts.Length > 2 || parts is [_, not ("max" or "min")])
            throw new LabException($"--metric: expected a name, or a name with :max or :min, got '{word}'. For example val_accuracy,parameters:min.");
        RequireMetric(parts[0], "--metric");
        var isMax = parts.Length == 2 ? parts[1] == "max" : !TrialCosts.Names.Contains(parts[0]) && Metrics.HigherIsBetter(parts[0]);
        return new StudyObjective(parts[0], isMax ? Goal.Maximize : Goal.Minimize);
    }
}
