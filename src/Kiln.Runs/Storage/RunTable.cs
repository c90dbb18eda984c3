using Microsoft.Data.Sqlite;

namespace Kiln.Runs;

/// <summary>Rows of the table runs as records and back.</summary>
internal sealed class RunTable
{
    private const int UniqueViolation = 19;

    private static readonly string[] Columns =
    [
        "id", "name", "status", "status_reason", "kind", "model_name", "model_source", "model_hash", "data_name",
        "data_fingerprint", "options", "seed", "parameters", "versions", "parent", "group_name", "study", "trial",
        "attempts", "tags", "host", "process_id", "process_start", "created_at", "ended_at", "metrics", "best_epoch",
        "schema_version",
    ];

    private static readonly string InsertText =
        $"INSERT INTO runs ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "$" + column))})";

    private static readonly string SelectText = $"SELECT {string.Join(", ", Columns)} FROM runs ";

    private readonly TextTable _texts = new();

    /// <summary>Whether a text names a column that runs may be sorted by.</summary>
    public static bool IsColumn(string name) => Columns.Contains(name);

    /// <summary>Adds a row; false when its id, or its trial within its study, is taken.</summary>
    public static bool TryInsert(SqliteConnection connection, RunRecord run)
    {
        try
        {
            connection.Run(
                InsertText,
                ("id", run.Id), ("name", run.Name), ("status", StatusText(run.Status)), ("status_reason", run.StatusReason),
                ("kind", run.Kind), ("model_name", run.ModelName), ("model_source", TextTable.KeyOf(connection, run.ModelSource)),
                ("model_hash", run.ModelHash), ("data_name", run.DataName), ("data_fingerprint", run.DataFingerprint),
                ("options", TextTable.KeyOf(connection, run.OptionsJson)), ("seed", run.Seed),
                ("parameters", JsonColumns.Write(run.Parameters)), ("versions", TextTable.KeyOf(connection, run.VersionsJson)),
                ("parent", run.Parent), ("group_name", run.Group), ("study", run.Study), ("trial", run.Trial),
                ("attempts", run.Attempts), ("tags", JsonColumns.Write(run.Tags)), ("host", run.Host),
                ("process_id", run.ProcessId), ("process_start", run.ProcessStart),
                ("created_at", Timestamps.Write(run.CreatedAt)),
                ("ended_at", run.EndedAt is { } ended ? Timestamps.Write(ended) : null),
                ("metrics", JsonColumns.Write(run.Metrics)), ("best_epoch", run.BestEpoch), ("schema_version", run.SchemaVersion));
            return true;
        }
        catch (SqliteException error) when (error.SqliteErrorCode == UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>The runs that a condition picks; a run whose process is gone is shown as stopped.</summary>
    public List<RunRecord> Select(SqliteConnection connection, string tail, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var alive = new Dictionary<OwningProcess, bool>();
        return connection.Rows(SelectText + tail, reader => AsSeenNow(Read(connection, reader), alive), values);
    }

    public static string StatusText(RunStatus status) => status switch
    {
        RunStatus.Running => "running",
        RunStatus.Finished => "finished",
        RunStatus.Stopped => "stopped",
        _ => "failed",
    };

    private static RunRecord AsSeenNow(RunRecord run, Dictionary<OwningProcess, bool> gone)
    {
        if (run.Status != RunStatus.Running)
            return run;
        var owner = new OwningProcess(run.Host, run.ProcessId, run.ProcessStart);
        if (!gone.TryGetValue(owner, out var isGone))
            gone[owner] = isGone = owner.IsGone();
        return isGone ? run with { Status = RunStatus.Stopped, StatusReason = RunStore.Killed } : run;
    }

    private RunRecord Read(SqliteConnection connection, SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Status = StatusOf(row.GetString(2)),
        StatusReason = row.TextOrNull(3),
        Kind = row.GetString(4),
        ModelName = row.GetString(5),
        ModelSource = _texts[connection, row.GetInt64(6)],
        ModelHash = row.GetString(7),
        DataName = row.GetString(8),
        DataFingerprint = row.GetString(9),
        OptionsJson = _texts[connection, row.GetInt64(10)],
        Seed = row.GetInt64(11),
        Parameters = JsonColumns.ReadTexts(row.GetString(12)),
        VersionsJson = _texts[connection, row.GetInt64(13)],
        Parent = row.TextOrNull(14),
        Group = row.TextOrNull(15),
        Study = row.TextOrNull(16),
        Trial = row.IntOrNull(17),
        Attempts = row.GetInt32(18),
        Tags = JsonColumns.ReadList(row.GetString(19)),
        Host = row.GetString(20),
        ProcessId = row.GetInt32(21),
        ProcessStart = row.GetString(22),
        CreatedAt = Timestamps.Read(row.GetString(23)),
        EndedAt = row.TextOrNull(24) is { } ended ? Timestamps.Read(ended) : null,
        Metrics = JsonColumns.ReadNumbers(row.GetString(25)),
        BestEpoch = row.IntOrNull(26),
        SchemaVersion = row.GetInt32(27),
    };

    private static RunStatus StatusOf(string text) => text switch
    {
        "running" => RunStatus.Running,
        "finished" => RunStatus.Finished,
        "stopped" => RunStatus.Stopped,
        _ => RunStatus.Failed,
    };
}
