using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Rows of the table runs as records and back.</summary>
internal sealed class RunTable(TimeProvider time)
{
    private static readonly string[] Columns =
    [
        "id", "name", "status", "status_reason", "kind", "model_name", "model_source", "model_hash", "data_name",
        "data_fingerprint", "options", "seed", "parameters", "versions", "parent", "group_name", "study", "trial",
        "attempts", "tags", "host", "process_id", "process_start", "created_at", "ended_at", "metrics", "best_epoch",
        "schema_version", "notes", "hyperparameters", "parent_kind", "removed_at", "heartbeat_at",
    ];

    private static readonly string InsertText =
        $"INSERT INTO runs ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "@" + column))}) ON CONFLICT DO NOTHING RETURNING key";

    private static readonly string SelectText = $"SELECT key, {string.Join(", ", Columns)}, (SELECT text FROM texts WHERE key = options) FROM runs ";

    private readonly TextTable _texts = new();

    /// <summary>Whether a text names a column that runs may be sorted by.</summary>
    public static bool IsColumn(string name) => Columns.Contains(name);

    /// <summary>Adds a row; false when its id, or its trial within its study, is taken. Call inside a transaction.</summary>
    public static bool TryInsert(DbConnection connection, RunRecord run)
    {
        var keys = connection.Rows(
            InsertText, row => row.GetInt64(0),
            ("id", run.Id), ("name", run.Name), ("status", StatusText(run.Status)), ("status_reason", run.StatusReason),
            ("kind", run.Kind), ("model_name", run.ModelName), ("model_source", TextTable.KeyOf(connection, run.ModelSource)),
            ("model_hash", run.ModelHash), ("data_name", run.DataName), ("data_fingerprint", run.DataFingerprint),
            ("options", TextTable.KeyOf(connection, run.OptionsJson)), ("seed", run.Seed),
            ("parameters", JsonColumns.Write(run.Parameters)), ("versions", TextTable.KeyOf(connection, run.VersionsJson)),
            ("parent", run.Parent), ("group_name", run.Group), ("study", run.Study), ("trial", run.Trial),
            ("attempts", run.Attempts), ("tags", JsonColumns.Write(run.Tags)), ("host", run.Host),
            ("process_id", run.ProcessId), ("process_start", run.ProcessStart),
            ("created_at", Timestamps.Write(run.CreatedAt)), ("ended_at", Timestamps.WriteOrNull(run.EndedAt)),
            ("metrics", JsonColumns.Write(run.Metrics)), ("best_epoch", run.BestEpoch), ("schema_version", run.SchemaVersion),
            ("notes", run.Notes), ("hyperparameters", JsonColumns.Write(run.Hyperparameters)), ("parent_kind", run.ParentKind),
            ("removed_at", Timestamps.WriteOrNull(run.RemovedAt)), ("heartbeat_at", Timestamps.WriteOrNull(run.HeartbeatAt)));
        if (keys is not [var key])
            return false;
        RunValues.SetParameters(connection, key, run);
        RunValues.SetTags(connection, key, run.Tags);
        RunValues.Finish(connection, key, run.Metrics);
        return true;
    }

    /// <summary>Records what the model of a run was built with. Call inside a transaction.</summary>
    public static void SetHyperparameters(DbConnection connection, RunRecord run)
    {
        var key = connection.Rows(
            "UPDATE runs SET hyperparameters = @values WHERE id = @id RETURNING key", row => row.GetInt64(0),
            ("id", run.Id), ("values", JsonColumns.Write(run.Hyperparameters)))[0];
        RunValues.SetParameters(connection, key, run);
    }

    /// <summary>The runs that a condition picks; a run whose process is gone is shown as stopped.</summary>
    public List<RunRecord> Select(DbConnection connection, string tail, params ReadOnlySpan<(string Name, object? Value)> values) =>
        SelectKeyed(connection, tail, values).ConvertAll(pair => pair.Run);

    /// <summary>As <see cref="Select"/>, each with its key.</summary>
    public List<(long Key, RunRecord Run)> SelectKeyed(DbConnection connection, string tail, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var now = time.GetUtcNow();
        var gone = new Dictionary<(OwningProcess, DateTimeOffset?), bool>();
        // Shared texts are looked up when the rows are read: PostgreSQL answers one question at a time.
        var rows = connection.Rows(SelectText + tail, Read, values);
        return rows.ConvertAll(row => (row.Key, AsSeen(row.Run with { ModelSource = _texts[connection, row.Source], VersionsJson = _texts[connection, row.Versions] })));

        RunRecord AsSeen(RunRecord run)
        {
            if (run.Status != RunStatus.Running)
                return run;
            var owner = new OwningProcess(run.Host, run.ProcessId, run.ProcessStart);
            if (!gone.TryGetValue((owner, run.HeartbeatAt), out var isGone))
                gone[(owner, run.HeartbeatAt)] = isGone = owner.IsGone(run.HeartbeatAt, now);
            return isGone ? run with { Status = RunStatus.Stopped, StatusReason = RunStore.Killed } : run;
        }
    }

    public static string StatusText(RunStatus status) => status switch
    {
        RunStatus.Running => "running",
        RunStatus.Finished => "finished",
        RunStatus.Stopped => "stopped",
        RunStatus.Pruned => "pruned",
        _ => "failed",
    };

    private static (long Key, RunRecord Run, long Source, long Versions) Read(DbDataReader row) => (row.GetInt64(0), new RunRecord
    {
        Id = row.GetString(1),
        Name = row.GetString(2),
        Status = StatusOf(row.GetString(3)),
        StatusReason = row.TextOrNull(4),
        Kind = row.GetString(5),
        ModelName = row.GetString(6),
        ModelHash = row.GetString(8),
        DataName = row.GetString(9),
        DataFingerprint = row.GetString(10),
        Seed = row.GetInt64(12),
        Parameters = JsonColumns.ReadTexts(row.GetString(13)),
        Parent = row.TextOrNull(15),
        Group = row.TextOrNull(16),
        Study = row.TextOrNull(17),
        Trial = row.IntOrNull(18),
        Attempts = row.GetInt32(19),
        Tags = JsonColumns.ReadList(row.GetString(20)),
        Host = row.GetString(21),
        ProcessId = row.GetInt32(22),
        ProcessStart = row.GetString(23),
        CreatedAt = Timestamps.Read(row.GetString(24)),
        EndedAt = Timestamps.ReadOrNull(row.TextOrNull(25)),
        Metrics = JsonColumns.ReadNumbers(row.GetString(26)),
        BestEpoch = row.IntOrNull(27),
        SchemaVersion = row.GetInt32(28),
        Notes = row.TextOrNull(29),
        Hyperparameters = JsonColumns.ReadTexts(row.GetString(30)),
        ParentKind = row.TextOrNull(31),
        RemovedAt = Timestamps.ReadOrNull(row.TextOrNull(32)),
        HeartbeatAt = Timestamps.ReadOrNull(row.TextOrNull(33)),
        OptionsJson = row.GetString(34),
    }, row.GetInt64(7), row.GetInt64(14));

    private static RunStatus StatusOf(string text) => text switch
    {
        "running" => RunStatus.Running,
        "finished" => RunStatus.Finished,
        "stopped" => RunStatus.Stopped,
        "pruned" => RunStatus.Pruned,
        _ => RunStatus.Failed,
    };
}
