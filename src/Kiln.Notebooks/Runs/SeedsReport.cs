namespace Kiln.Notebooks;

/// <summary>Runs that differ only in their seed: each one, and their mean with its standard deviation.</summary>
internal static class SeedsReport
{
    /// <summary>The report.</summary>
    public static Report Of(IReadOnlyList<Run> runs)
    {
        var shown = MetricColumns.Of([.. runs.Select(run => run.Record)]);
        var table = new Table([new Column("run"), new Column("seed", true), new Column("best epoch", true), .. shown.Select(metric => new Column(metric.Replace('_', ' '), true))]);
        foreach (var run in runs)
            table.Add([run.Id, FormattableString.Invariant($"{run.Record.Seed}"), run.Record.BestEpoch is { } best ? Numbers.Count(best) : "–",
                .. shown.Select(metric => (Cell)(run.Metrics.TryGetValue(metric, out var value) ? Numbers.Metric(value) : "–"))]);
        table.Add([new Cell("mean ± sd", true), "", "", .. shown.Select(metric => new Cell(MeanAndDeviation(runs, metric), true))]);
        return new Report().Head($"{runs[0].Record.ModelName}: {Numbers.Of(runs.Count, "run")} that differ only in their seed").Put(table);
    }

    private static string MeanAndDeviation(IReadOnlyList<Run> runs, string metric)
    {
        var values = runs.Where(run => run.Metrics.ContainsKey(metric)).Select(run => run.Metrics[metric]).ToArray();
        var mean = values.Average();
        if (values.Length < 2) return Numbers.Metric(mean);
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return $"{Numbers.Metric(mean)} ± {Numbers.Metric(deviation)}";
    }
}
