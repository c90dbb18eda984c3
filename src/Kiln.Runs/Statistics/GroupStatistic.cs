using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>A metric over the runs of one group.</summary>
/// <param name="Key">What the group has in common.</param>
/// <param name="Count">Number of runs with a finite value.</param>
/// <param name="Mean">Mean of the values; NaN when there are none.</param>
/// <param name="Deviation">Standard deviation (divided by n - 1); null below two values.</param>
/// <param name="Missing">Number of runs without a finite value, which the mean leaves out.</param>
public sealed record GroupStatistic(string Key, int Count, double Mean, double? Deviation, int Missing)
{
    /// <summary>Groups runs and averages a final metric.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="key">What puts runs into one group, for example <c>run =&gt; run.ModelName</c>.</param>
    /// <param name="metric">Name of the metric.</param>
    /// <returns>A row per group, in the order in which groups first appear.</returns>
    public static ImmutableArray<GroupStatistic> By(IEnumerable<RunRecord> runs, Func<RunRecord, string> key, string metric) =>
        [.. runs.GroupBy(key).Select(group => Of(group.Key, [.. group], metric))];

    private static GroupStatistic Of(string key, ImmutableArray<RunRecord> runs, string metric)
    {
        ImmutableArray<double> values = [.. runs.Select(run => run.Metrics.GetValueOrDefault(metric, double.NaN)).Where(double.IsFinite)];
        return new(key, values.Length, Differences.Mean(values), Differences.Deviation(values), runs.Length - values.Length);
    }
}
