using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Rows of the table epochs as records and back.</summary>
internal static class EpochTable
{
    private const string InsertText = """
        INSERT INTO epochs (run, epoch, elapsed_seconds, metrics, is_best, checkpoint_written)
        VALUES (@run, @epoch, @elapsed_seconds, @metrics, @is_best, @checkpoint_written)
        ON CONFLICT (run, epoch) DO UPDATE SET elapsed_seconds = excluded.elapsed_seconds, metrics = excluded.metrics,
            is_best = excluded.is_best, checkpoint_written = excluded.checkpoint_written
        """;

    /// <summary>Adds epochs, or replaces those a continued run repeats; false when the run does not exist.</summary>
    public static bool TryAppend(DbConnection connection, string id, IReadOnlyList<EpochRecord> epochs)
    {
        var found = connection.Rows(
            "SELECT key, (SELECT max(epoch) FROM epochs WHERE run = key), best_epoch FROM runs WHERE id = @id",
            row => (Key: row.GetInt64(0), Last: row.IntOrNull(1) ?? 0, HasBest: !row.IsDBNull(2)), ("id", id));
        if (found is not [var run])
            return false;
        var (last, hasBest, replaces) = (run.Last, run.HasBest, false);
        EpochRecord? shown = null;
        foreach (var epoch in epochs)
        {
            Insert(connection, run.Key, epoch);
            replaces |= epoch.Epoch <= last;
            last = Math.Max(last, epoch.Epoch);
            var takes = epoch.IsBest || !hasBest;
            hasBest |= epoch.IsBest;
            if (takes)
                shown = epoch;
            if (!replaces)
                RunValues.Take(connection, run.Key, epoch.Metrics, takes);
        }
        if (replaces)
            Recount(connection, run.Key);
        else if (shown is not null)
            Show(connection, run.Key, shown.Metrics, shown.IsBest ? shown.Epoch : null);
        return true;
    }

    /// <summary>The epochs of a run in order.</summary>
    public static List<EpochRecord> Of(DbConnection connection, string id) =>
        connection.Rows("SELECT key FROM runs WHERE id = @id", row => row.GetInt64(0), ("id", id)) is [var key] ? Of(connection, key) : [];

    /// <summary>The epochs of a run in order.</summary>
    public static List<EpochRecord> Of(DbConnection connection, long run) => connection.Rows(
        "SELECT epoch, elapsed_seconds, metrics, is_best, checkpoint_written FROM epochs WHERE run = @run ORDER BY epoch",
        reader => new EpochRecord(
            reader.GetInt32(0),
            TimeSpan.FromTicks((long)Math.Round(reader.GetDouble(1) * TimeSpan.TicksPerSecond)),
            JsonColumns.ReadNumbers(reader.GetString(2)),
            reader.GetInt64(3) != 0,
            reader.GetInt64(4) != 0),
        ("run", run));

    /// <summary>Takes back the epochs after one that a run goes on from.</summary>
    public static void RemoveAfter(DbConnection connection, string id, int epoch)
    {
        var run = connection.Number("SELECT key FROM runs WHERE id = @id", ("id", id));
        if (connection.Run("DELETE FROM epochs WHERE run = @run AND epoch > @epoch", ("run", run), ("epoch", epoch)) > 0)
            Recount(connection, run);
        StepTable.RemoveAfter(connection, run, epoch);
    }

    private static void Insert(DbConnection connection, long run, EpochRecord epoch) => connection.Run(
        InsertText,
        ("run", run), ("epoch", epoch.Epoch), ("elapsed_seconds", epoch.Elapsed.TotalSeconds),
        ("metrics", JsonColumns.Write(epoch.Metrics)), ("is_best", epoch.IsBest), ("checkpoint_written", epoch.CheckpointWritten));

    private static void Recount(DbConnection connection, long run)
    {
        connection.Run("UPDATE runs SET best_epoch = NULL WHERE key = @run AND ended_at IS NULL", ("run", run));
        var (metrics, best) = RunValues.Rebuild(connection, run);
        Show(connection, run, metrics, best);
    }

    /// <summary>What a run shows while it trains, and when it was killed: the metrics of its best epoch so far.</summary>
    private static void Show(DbConnection connection, long run, IReadOnlyDictionary<string, double> metrics, int? best) => connection.Run(
        "UPDATE runs SET metrics = @metrics, best_epoch = coalesce(@best, best_epoch) WHERE key = @run AND ended_at IS NULL",
        ("run", run), ("metrics", JsonColumns.Write(metrics)), ("best", best));
}
