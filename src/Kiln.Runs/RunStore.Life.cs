namespace Kiln.Runs;

public sealed partial class RunStore
{
    /// <summary>
    /// Gives a sign of life for a run that this process works on. To other machines a run that has given one and then none for a
    /// minute counts as <see cref="Killed"/>, and may be taken up there.
    /// </summary>
    /// <param name="id">Id of the run.</param>
    /// <returns>False when the run is no longer this process's: another has taken it up, or closed it. Then it must not be recorded any further.</returns>
    public bool Beat(string id)
    {
        var owner = OwningProcess.Current;
        return _database.Write(connection =>
        {
            var beaten = connection.Run(
                """
                UPDATE runs SET heartbeat_at = @now
                WHERE id = @id AND status = 'running' AND host = @host AND process_id = @process_id AND process_start = @process_start
                """,
                ("now", Timestamps.Write(_time.GetUtcNow())), ("id", id), ("host", owner.Host), ("process_id", owner.ProcessId), ("process_start", owner.Start));
            // A run that was removed for good is nobody else's.
            return beaten > 0 || connection.Number("SELECT count(*) FROM runs WHERE id = @id", ("id", id)) == 0;
        });
    }

    /// <summary>Whether a reason is that of a run whose process ended without recording the run's end, with or without more words.</summary>
    /// <param name="reason">A run's <see cref="RunRecord.StatusReason"/>.</param>
    /// <returns>True for <see cref="Killed"/>, and for what begins with it.</returns>
    public static bool IsKilled(string? reason) => reason?.StartsWith(Killed, StringComparison.Ordinal) == true;

    /// <summary>How often in a row a run's process was killed before it had finished another epoch, up to now.</summary>
    /// <param name="id">Id of a run that is not running. Epochs of runs that it made as a search's trial are its own.</param>
    /// <returns>The number; 0 where the last attempt finished one.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public int AttemptsInVain(string id) => _database.Use(connection =>
        _runs.Select(connection, "WHERE id = @id", ("id", id)) is [var run] ? Runs.AttemptsInVain.Of(connection, run).Count : throw NotFound(id));

    /// <summary>Stops a run in the place of its process, which has ended without recording the run's end itself.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="processId">The process.</param>
    /// <param name="reason">How it ended, such as <c>killed by signal 9</c>.</param>
    /// <param name="host">Its machine; null (default) for this one.</param>
    /// <returns>False when the run is another process's, or its end is recorded; then nothing is changed.</returns>
    public bool RecordLoss(string id, int processId, string reason, string? host = null) => _database.WriteThrough(connection => connection.Run(
        """
        UPDATE runs SET status = 'stopped', status_reason = @reason, ended_at = @now
        WHERE id = @id AND status = 'running' AND host = @host AND process_id = @process_id
        """,
        ("reason", reason), ("now", Timestamps.Write(_time.GetUtcNow())), ("id", id), ("host", host ?? OwningProcess.Current.Host), ("process_id", processId)) > 0);
}
