using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>The epochs of a run as a table; a long run shows its first, best and last ones.</summary>
internal static class EpochTable
{
    private const int First = 3;
    private const int Last = 12;

    /// <summary>The table; without rows where no epoch is finished.</summary>
    public static Table Of(IReadOnlyList<EpochRecord> epochs)
    {
        var metrics = MetricColumns.Of(epochs);
        var table = new Table([new Column("epoch", true), .. metrics.Select(metric => new Column(metric.Title, true)), new Column("time", true), new Column("")]);
        var best = epochs.LastOrDefault(epoch => epoch.IsBest);
        var last = 0;
        foreach (var epoch in epochs.Where((_, i) => IsShown(i) || (IsShown(i - 1) && IsShown(i + 1))))
        {
            if (epoch.Epoch > last + 1 && last > 0) table.Add("…");
            table.Add(Row(epoch, epoch == best, [.. metrics.Select(metric => metric.Name)]));
            last = epoch.Epoch;
        }
        return table;

        // One epoch alone is not left out: the sign for it would take its place.
        bool IsShown(int i) => i < First || i >= epochs.Count - Last || epochs[i] == best;
    }

    private static Cell[] Row(EpochRecord epoch, bool best, string[] metrics) =>
    [
        new Cell(Numbers.Count(epoch.Epoch), best),
        .. metrics.Select(metric => new Cell(epoch.Metrics.TryGetValue(metric, out var value) ? Numbers.Metric(value) : "–", best)),
        new Cell(Durations.Short(epoch.Elapsed), best),
        new Cell((best ? "best " : "") + (epoch.CheckpointWritten ? "+" : ""), best),
    ];
}
