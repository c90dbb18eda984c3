using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Rows of the table studies as records and back.</summary>
internal static class StudyTable
{
    public static int Insert(DbConnection connection, StudyRecord study) => connection.Run(
        """
        INSERT INTO studies (id, name, sampler, space, metric, goal, seed, model_name, model_hash, data_name, data_fingerprint, options, created_at)
        VALUES (@id, @name, @sampler, @space, @metric, @goal, @seed, @model_name, @model_hash, @data_name, @data_fingerprint, @options, @created_at)
        """,
        ("id", study.Id), ("name", study.Name), ("sampler", study.Sampler), ("space", study.SpaceText), ("metric", study.Metric),
        ("goal", study.Goal), ("seed", study.Seed), ("model_name", study.ModelName), ("model_hash", study.ModelHash),
        ("data_name", study.DataName), ("data_fingerprint", study.DataFingerprint), ("options", study.OptionsJson),
        ("created_at", Timestamps.Write(study.CreatedAt)));

    /// <summary>Studies, newest first; all of them, or those with an id or name.</summary>
    public static List<StudyRecord> Select(DbConnection connection, string? idOrName) => connection.Rows(
        """
        SELECT id, name, sampler, space, metric, goal, seed, model_name, model_hash, data_name, data_fingerprint, options, created_at
        FROM studies WHERE @key = '' OR id = @key OR name = @key ORDER BY created_at DESC, key DESC
        """,
        row => new StudyRecord
        {
            Id = row.GetString(0),
            Name = row.GetString(1),
            Sampler = row.GetString(2),
            SpaceText = row.GetString(3),
            Metric = row.GetString(4),
            Goal = row.GetString(5),
            Seed = row.GetInt64(6),
            ModelName = row.GetString(7),
            ModelHash = row.GetString(8),
            DataName = row.GetString(9),
            DataFingerprint = row.GetString(10),
            OptionsJson = row.GetString(11),
            CreatedAt = Timestamps.Read(row.GetString(12)),
        },
        ("key", idOrName ?? ""));
}
