using System.Data.Common;

namespace Kiln.Runs;

/// <summary>How a run ended.</summary>
internal sealed record RunEnd(RunStatus Status, string? Reason, IReadOnlyDictionary<string, double>? Metrics, int? BestEpoch, DateTimeOffset At)
{
    /// <summary>Closes the run's row; false where there is none. Call inside a transaction.</summary>
    public bool TryWrite(DbConnection connection, string id)
    {
        var keys = connection.Rows(
            """
            UPDATE runs SET status = @status, status_reason = @reason, ended_at = @ended_at,
                metrics = coalesce(@metrics, metrics), best_epoch = coalesce(@best_epoch, best_epoch)
            WHERE id = @id RETURNING key
            """,
            row => row.GetInt64(0),
            ("id", id), ("status", RunTable.StatusText(Status)), ("reason", Reason), ("ended_at", Timestamps.Write(At)),
            ("metrics", Metrics is null ? null : JsonColumns.Write(Metrics)), ("best_epoch", BestEpoch));
        if (keys is not [var key])
            return false;
        if (Metrics is not null)
            RunValues.Finish(connection, key, Metrics);
        return true;
    }
}
