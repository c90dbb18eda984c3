using Microsoft.Data.Sqlite;

namespace Kiln.Runs;

/// <summary>Rows of the table epochs as records and back.</summary>
internal static class EpochTable
{
    /// <summary>Adds an epoch, or replaces the one a continued run repeats; false when the run does not exist.</summary>
    public static bool TryAppend(SqliteConnection connection, string run, EpochRecord epoch) => connection.Run(
        """
        INSERT OR REPLACE INTO epochs (run, epoch, elapsed_seconds, metrics, is_best, checkpoint_written)
        SELECT key, $epoch, $elapsed_seconds, $metrics, $is_best, $checkpoint_written FROM runs WHERE id = $run
        """,
        ("run", run), ("epoch", epoch.Epoch), ("elapsed_seconds", epoch.Elapsed.TotalSeconds),
        ("metrics", JsonColumns.Write(epoch.Metrics)), ("is_best", epoch.IsBest), ("checkpoint_written", epoch.CheckpointWritten)) > 0;

    /// <summary>The epochs of a run in order.</summary>
    public static List<EpochRecord> Of(SqliteConnection connection, string run) => connection.Rows(
        """
        SELECT epoch, elapsed_seconds, metrics, is_best, checkpoint_written
        FROM epochs WHERE run = (SELECT key FROM runs WHERE id = $run) ORDER BY epoch
        """,
        reader => new EpochRecord(
            reader.GetInt32(0),
            TimeSpan.FromTicks((long)Math.Round(reader.GetDouble(1) * TimeSpan.TicksPerSecond)),
            JsonColumns.ReadNumbers(reader.GetString(2)),
            reader.GetBoolean(3),
            reader.GetBoolean(4)),
        ("run", run));

    /// <summary>Takes back the epochs after one that a run goes on from.</summary>
    public static void RemoveAfter(SqliteConnection connection, string run, int epoch) => connection.Run(
        "DELETE FROM epochs WHERE run = (SELECT key FROM runs WHERE id = $run) AND epoch > $epoch",
        ("run", run), ("epoch", epoch));
}
