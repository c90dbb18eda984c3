using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>Groups of runs, each with its metrics as mean ± standard deviation over n runs.</summary>
internal static class GroupsTable
{
    /// <summary>The table.</summary>
    /// <param name="by">What puts runs into one group.</param>
    /// <param name="metrics">For each metric the groups, in the same order.</param>
    /// <param name="limit">How many groups are shown.</param>
    public static Report Of(string by, IReadOnlyList<(string Name, ImmutableArray<GroupStatistic> Groups)> metrics, int limit)
    {
        var groups = metrics[0].Groups;
        var table = new Table([new Column(by), new Column("runs", true), .. metrics.Select(metric => new Column(metric.Name.Replace('_', ' '), true))]) { Scrolls = true };
        for (var i = 0; i < Math.Min(limit, groups.Length); i++)
        {
            var at = i;
            table.Add([groups[at].Key, Numbers.Count(groups[at].Count + groups[at].Missing), .. metrics.Select(metric => (Cell)Text(metric.Groups[at]))]);
        }
        if (table.Count == 0) return new Report().Say("No run fits the question.");
        var report = new Report().Put(table).Aside("mean ± standard deviation over the runs of a group");
        return groups.Length > limit ? report.Aside($"{limit} of {Numbers.Of(groups.Length, "group")}; --limit shows more") : report;
    }

    private static string Text(GroupStatistic group)
    {
        if (group.Count == 0) return "–";
        var mean = group.Deviation is { } deviation ? $"{Numbers.Metric(group.Mean)} ± {Numbers.Metric(deviation)}" : Numbers.Metric(group.Mean);
        return group.Missing > 0 ? $"{mean} (n={Numbers.Count(group.Count)})" : mean;
    }
}
