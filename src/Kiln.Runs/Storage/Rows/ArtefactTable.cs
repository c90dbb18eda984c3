using System.Collections.Immutable;
using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Rows of the table artefacts as records and back.</summary>
internal static class ArtefactTable
{
    /// <summary>Records files, or replaces what was recorded of the same paths; false when the run does not exist.</summary>
    public static bool TryAdd(DbConnection connection, string id, IReadOnlyList<ArtefactRecord> artefacts)
    {
        if (connection.Rows("SELECT key FROM runs WHERE id = @id", row => row.GetInt64(0), ("id", id)) is not [var run])
            return false;
        RowInsert.Into(
            connection, "artefacts", run, ["path", "bytes", "sha256", "recorded_at"],
            artefacts.Select(artefact => new object?[] { artefact.Path, artefact.Bytes, artefact.Sha256, Timestamps.Write(artefact.RecordedAt) }),
            "ON CONFLICT (run, path) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256, recorded_at = excluded.recorded_at");
        return true;
    }

    /// <summary>Forgets the files in the run's own folder, which a run that goes on writes anew.</summary>
    public static void RemoveOwn(DbConnection connection, string id)
    {
        foreach (var artefact in Of(connection, id).Where(artefact => !Path.IsPathRooted(artefact.Path)))
            connection.Run(
                "DELETE FROM artefacts WHERE run = (SELECT key FROM runs WHERE id = @id) AND path = @path", ("id", id), ("path", artefact.Path));
    }

    /// <summary>The files of a run, by path.</summary>
    public static ImmutableArray<ArtefactRecord> Of(DbConnection connection, string id) => [.. connection.Rows(
        "SELECT path, bytes, sha256, recorded_at FROM artefacts WHERE run = (SELECT key FROM runs WHERE id = @id) ORDER BY path",
        row => new ArtefactRecord(row.GetString(0), row.GetInt64(1), row.GetString(2), Timestamps.Read(row.GetString(3))), ("id", id))];
}
