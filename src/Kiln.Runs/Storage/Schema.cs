using Microsoft.Data.Sqlite;

namespace Kiln.Runs;

/// <summary>The tables of the store and the steps that lead to them. Column names are the vocabulary of run.json too.</summary>
internal static class Schema
{
    /// <summary>Marks the file as ours (PRAGMA application_id): "Kiln" in ASCII.</summary>
    public const int ApplicationId = 0x4B696C6E;

    /// <summary>Steps in order; step number i (from 1) leads to schema version i.</summary>
    private static readonly (string Name, string Sql)[] Migrations =
    [
        ("0.1.0", Version010),
    ];

    /// <summary>The schema version this program writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Name of the program version that brought a schema version.</summary>
    public static string NameOf(int version) => Migrations[version - 1].Name;

    /// <summary>Brings the tables to <see cref="Version"/>, whoever else tries the same at this moment.</summary>
    public static void Migrate(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var version = (int)connection.Pragma("user_version"); version < Version; version++)
            connection.Run(Migrations[version].Sql);
        connection.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
        transaction.Commit();
    }

    // An epoch is one row with its metrics as a JSON object: one insert to append (a row per metric would be six), one
    // range read to draw a curve. Long texts that many runs share (source, options, versions) are kept once, in texts,
    // which keeps the rows of runs short, so that listing and sorting 10,000 of them stays a quick scan.
    private const string Version010 = """
        CREATE TABLE texts (
            key INTEGER PRIMARY KEY,
            text TEXT NOT NULL UNIQUE
        );
        CREATE TABLE runs (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            status TEXT NOT NULL,
            status_reason TEXT,
            kind TEXT NOT NULL,
            model_name TEXT NOT NULL,
            model_source INTEGER NOT NULL REFERENCES texts(key),
            model_hash TEXT NOT NULL,
            data_name TEXT NOT NULL,
            data_fingerprint TEXT NOT NULL,
            options INTEGER NOT NULL REFERENCES texts(key),
            seed INTEGER NOT NULL,
            parameters TEXT NOT NULL,
            versions INTEGER NOT NULL REFERENCES texts(key),
            parent TEXT,
            group_name TEXT,
            study TEXT,
            trial INTEGER,
            attempts INTEGER NOT NULL,
            tags TEXT NOT NULL,
            host TEXT NOT NULL,
            process_id INTEGER NOT NULL,
            process_start TEXT NOT NULL,
            created_at TEXT NOT NULL,
            ended_at TEXT,
            metrics TEXT NOT NULL,
            best_epoch INTEGER,
            schema_version INTEGER NOT NULL
        );
        CREATE INDEX runs_created_at ON runs(created_at);
        CREATE INDEX runs_name ON runs(name);
        CREATE UNIQUE INDEX runs_trial ON runs(study, trial) WHERE study IS NOT NULL AND trial IS NOT NULL;
        CREATE TABLE epochs (
            run INTEGER NOT NULL REFERENCES runs(key) ON DELETE CASCADE,
            epoch INTEGER NOT NULL,
            elapsed_seconds REAL NOT NULL,
            metrics TEXT NOT NULL,
            is_best INTEGER NOT NULL,
            checkpoint_written INTEGER NOT NULL,
            PRIMARY KEY (run, epoch)
        ) WITHOUT ROWID;
        CREATE TABLE studies (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            sampler TEXT NOT NULL,
            space TEXT NOT NULL,
            metric TEXT NOT NULL,
            goal TEXT NOT NULL,
            seed INTEGER NOT NULL,
            model_name TEXT NOT NULL,
            model_hash TEXT NOT NULL,
            data_name TEXT NOT NULL,
            data_fingerprint TEXT NOT NULL,
            options TEXT NOT NULL,
            created_at TEXT NOT NULL
        );
        CREATE TABLE last_id (
            only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
            value INTEGER NOT NULL
        );
        INSERT INTO last_id VALUES (1, 0);
        """;
}
