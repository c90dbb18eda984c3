using System.Data.Common;

namespace Kiln.Runs;

/// <summary>The status of runs as it is read: what a process that is gone left as running is stopped.</summary>
internal static class StatusColumn
{
    /// <summary>The column, or an expression where such processes are.</summary>
    public static string Sql(DbConnection connection, QueryValues values)
    {
        var gone = connection.Rows(
                "SELECT host, process_id, process_start, max(heartbeat_at) FROM runs WHERE status = 'running' GROUP BY host, process_id, process_start",
                row => (Owner: new OwningProcess(row.GetString(0), row.GetInt32(1), row.GetString(2)), Heartbeat: Timestamps.ReadOrNull(row.TextOrNull(3))))
            .Where(row => row.Owner.IsGone(row.Heartbeat, values.Now))
            .Select(row => row.Owner)
            .Select(owner => $"(host = {values.Add(owner.Host)} AND process_id = {values.Add(owner.ProcessId)} AND process_start = {values.Add(owner.Start)})")
            .ToList();
        return gone.Count == 0 ? "status" : $"CASE WHEN status = 'running' AND ({string.Join(" OR ", gone)}) THEN 'stopped' ELSE status END";
    }
}
