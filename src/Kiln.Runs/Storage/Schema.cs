using System.Data.Common;

namespace Kiln.Runs;

/// <summary>The steps that lead to today's tables, and the way of a store along them. Column names are the vocabulary of run.json too.</summary>
internal static class Schema
{
    /// <summary>Steps in order, named by the program version that brought them; step number i (from 1) leads to schema version i.</summary>
    private static readonly Migration[] Migrations =
    [
        new("0.1.0"),
        new("0.2.0", RunValues.FillAll),
        new("0.3.0"),
        new("0.4.0"),
        new("0.5.0"),
    ];

    /// <summary>The schema version this program writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Name of the program version that brought it.</summary>
    public static string Name => Migrations[^1].Name;

    /// <summary>The schema version of a store, 0 where it has no tables yet.</summary>
    /// <exception cref="RunStoreException">It is newer than this program, or another program's; nothing was changed.</exception>
    public static int CheckVersion(IEngine engine, DbConnection connection)
    {
        var version = engine.ReadVersion(connection);
        if (version <= Version)
            return version;
        throw new RunStoreException(
            engine.Location,
            $"has schema version {version} (of Kiln {NewerName(connection, version)}), and this Kiln knows only versions up to {Version} (of Kiln {Name})",
            "It was written by a newer Kiln: update this one, or choose another folder (KILN_HOME). Nothing was changed.");
    }

    /// <summary>Brings the tables to <see cref="Version"/>, whoever else tries the same at this moment.</summary>
    public static void Migrate(IEngine engine, DbConnection connection)
    {
        if (engine.ReadVersion(connection) is > 0 and var before && before < Version)
            engine.Backup(connection, Migrations[before - 1].Name);
        using var transaction = engine.BeginMigration(connection);
        var missing = Migrations[engine.ReadVersion(connection)..];
        foreach (var step in missing)
            connection.Run(engine.Adapt(step.Sql));
        // Only now: what fills tables in reads rows as this program knows them.
        foreach (var step in missing)
            step.Fill?.Invoke(connection);
        for (var version = 1; version <= Version; version++)
            connection.Run(
                "INSERT INTO schema_versions (version, name) VALUES (@version, @name) ON CONFLICT DO NOTHING",
                ("version", version), ("name", Migrations[version - 1].Name));
        engine.WriteVersion(connection, Version);
        transaction.Commit();
    }

    private static string NewerName(DbConnection connection, int version) =>
        connection.Rows("SELECT name FROM schema_versions WHERE version = @version", row => row.GetString(0), ("version", version)) is [var name]
            ? name
            : "unknown";

    /// <summary>One step: its statements, a file of its own, and what only a program can fill in from the rows there are.</summary>
    private sealed record Migration(string Name, Action<DbConnection>? Fill = null)
    {
        public string Sql
        {
            get
            {
                using var stream = typeof(Schema).Assembly.GetManifestResourceStream($"{Name}.sql")
                    ?? throw new InvalidOperationException($"The schema step {Name}.sql is missing from the program.");
                using var reader = new StreamReader(stream);
                return reader.ReadToEnd();
            }
        }
    }
}
