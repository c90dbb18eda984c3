using Kiln.Search;

namespace Kiln;

/// <summary>What a search seeks, from its words.</summary>
internal static class SearchObjectives
{
    /// <summary>The metrics with their directions, the first one first: <c>val_accuracy,parameters:min</c>.</summary>
    /// <exception cref="LabException">There is no metric, one stands twice, or a direction is none.</exception>
    public static IReadOnlyList<StudyObjective> Of(SearchOptions options)
    {
        var words = options.Metric.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
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
            return MetricLimit.Parse(options.Limit ?? "");
        }
        catch (ArgumentException problem)
        {
            throw new LabException($"--limit: {problem.Message.Split(" (Parameter")[0]}", problem);
        }
    }

    private static StudyObjective Read(string word)
    {
        var parts = word.Split(':');
        if (parts.Length > 2 || parts is [_, not ("max" or "min")])
            throw new LabException($"--metric: expected a name, or a name with :max or :min, got '{word}'. For example val_accuracy,parameters:min.");
        var isMax = parts.Length == 2 ? parts[1] == "max" : !TrialCosts.Names.Contains(parts[0]) && Metrics.HigherIsBetter(parts[0]);
        return new StudyObjective(parts[0], isMax ? Goal.Maximize : Goal.Minimize);
    }
}
