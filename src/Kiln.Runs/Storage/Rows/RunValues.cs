using System.Data.Common;

namespace Kiln.Runs;

/// <summary>
/// The narrow tables beside a run's row (metrics, parameters, tags) that lists filter and sort by. They say nothing that the
/// row and its epochs do not say too.
/// </summary>
internal static class RunValues
{
    private const string Upsert = """
        ON CONFLICT (run, name) DO UPDATE SET last = excluded.last,
            value = CASE WHEN @takes = 1 THEN excluded.value ELSE run_metrics.value END,
            minimum = CASE WHEN run_metrics.minimum <= excluded.minimum OR excluded.minimum IS NULL THEN run_metrics.minimum ELSE excluded.minimum END,
            maximum = CASE WHEN run_metrics.maximum >= excluded.maximum OR excluded.maximum IS NULL THEN run_metrics.maximum ELSE excluded.maximum END
        """;

    private const string Final = "ON CONFLICT (run, name) DO UPDATE SET value = excluded.value";

    private static readonly string[] MetricColumns = ["name", "value", "last", "minimum", "maximum"];

    /// <summary>Takes in an epoch's metrics.</summary>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="run">Key of the run.</param>
    /// <param name="metrics">The epoch's metrics.</param>
    /// <param name="takes">Whether they become the run's values: it is the best epoch so far, or none is.</param>
    public static void Take(DbConnection connection, long run, IEnumerable<KeyValuePair<string, double>> metrics, bool takes) =>
        Insert(connection, run, metrics, Upsert, ("takes", takes));

    /// <summary>Takes in the metrics that a run ended with.</summary>
    public static void Finish(DbConnection connection, long run, IEnumerable<KeyValuePair<string, double>> metrics) =>
        Insert(connection, run, metrics, Final);

    /// <summary>Sets a run's hyperparameters and training options anew.</summary>
    public static void SetParameters(DbConnection connection, long run, RunRecord record)
    {
        connection.Run("DELETE FROM run_parameters WHERE run = @run", ("run", run));
        var values = ScalarOptions.Of(record);
        RowInsert.Into(connection, "run_parameters", run, ["name", "number", "text"], values.Select(value => new object?[] { value.Name, value.Number, value.Text }));
        ValueNames.Add(connection, "parameter", values.Select(value => value.Name));
    }

    /// <summary>Sets a run's tags anew.</summary>
    public static void SetTags(DbConnection connection, long run, IEnumerable<string> tags)
    {
        connection.Run("DELETE FROM run_tags WHERE run = @run", ("run", run));
        RowInsert.Into(connection, "run_tags", run, ["tag"], tags.Distinct().Select(tag => new object?[] { tag }));
    }

    /// <summary>Works a run's metrics out anew from its epochs, after some were taken back or replaced.</summary>
    /// <returns>The values of its best epoch, or of the last where none is the best; and which epoch is the best.</returns>
    public static (IReadOnlyDictionary<string, double> Metrics, int? Best) Rebuild(DbConnection connection, long run)
    {
        connection.Run("DELETE FROM run_metrics WHERE run = @run", ("run", run));
        var epochs = EpochTable.Of(connection, run);
        var chosen = epochs.LastOrDefault(epoch => epoch.IsBest);
        foreach (var epoch in epochs)
            Take(connection, run, epoch.Metrics, chosen is null || epoch.Epoch <= chosen.Epoch);
        return ((chosen ?? epochs.LastOrDefault())?.Metrics ?? EpochRecord.NoMetrics, chosen?.Epoch);
    }

    /// <summary>Fills the tables for every run of a store that was made without them.</summary>
    public static void FillAll(DbConnection connection)
    {
        foreach (var (run, record) in new RunTable(TimeProvider.System).SelectKeyed(connection, ""))
        {
            Rebuild(connection, run);
            Finish(connection, run, record.Metrics);
            SetParameters(connection, run, record);
            SetTags(connection, run, record.Tags);
        }
    }

    private static void Insert(
        DbConnection connection, long run, IEnumerable<KeyValuePair<string, double>> metrics, string conflict, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var rows = metrics.Select(metric => new object?[] { metric.Key, metric.Value, metric.Value, metric.Value, metric.Value }).ToList();
        RowInsert.Into(connection, "run_metrics", run, MetricColumns, rows, conflict, values);
        ValueNames.Add(connection, "metric", rows.Select(row => (string)row[0]!));
    }
}
