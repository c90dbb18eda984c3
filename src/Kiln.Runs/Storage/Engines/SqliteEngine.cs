using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Kiln.Runs;

/// <summary>A store in one file: SQLite with a write-ahead log.</summary>
internal sealed class SqliteEngine(string path) : IEngine
{
    private const int BusySeconds = 20;

    /// <summary>Marks the file as ours (PRAGMA application_id): "Kiln" in ASCII.</summary>
    private const int ApplicationId = 0x4B696C6E;

    public string Location => path;

    public DbConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = BusySeconds }.ToString());
        connection.Open();
        // SQLite's own waiting is finer than the library's, which sleeps 150 ms between tries.
        connection.Run($"PRAGMA busy_timeout = {BusySeconds * 1000}");
        // PostgreSQL has it, and with it both have the same queries.
        connection.CreateFunction("md5", (string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text))), isDeterministic: true);
        return connection;
    }

    /// <remarks>
    /// In WAL mode a commit is one append to the log. With synchronous = NORMAL it is not forced to the disk, but it is
    /// with the operating system: a killed process loses nothing, a power cut may lose the newest epochs (never damages
    /// the file). Ends of runs are forced to the disk, see <see cref="Durably"/>. https://sqlite.org/pragma.html#pragma_synchronous
    /// </remarks>
    public void Prepare(DbConnection connection) =>
        connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 268435456;");

    public void CheckThere()
    {
        // On Unix the connection would go on writing into the removed file, for nobody to read.
        if (!File.Exists(path))
            throw new RunStoreException(path, "was removed while it was in use", "Restart the program (in a notebook: the kernel) to begin a new store.");
    }

    public int ReadVersion(DbConnection connection)
    {
        // One statement, so one snapshot: another process may be laying out the tables just now.
        var (version, application, tables) = connection.Rows(
            "SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)",
            row => (row.GetInt32(0), row.GetInt32(1), row.GetInt64(2)))[0];
        var isNew = version == 0 && application == 0 && tables == 0;
        if (application != ApplicationId && !isNew)
            throw new RunStoreException(path, "is a database of another program", "Choose another folder (KILN_HOME), or move the file away.");
        return version;
    }

    public void WriteVersion(DbConnection connection, int version) =>
        connection.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version};");

    /// <remarks>A file beside the store; of several processes that upgrade at once the first one's stays.</remarks>
    public void Backup(DbConnection connection, string version)
    {
        var backup = $"{path}.{version}.backup";
        if (File.Exists(backup))
            return;
        var unfinished = $"{backup}.{Environment.ProcessId}";
        try
        {
            File.Delete(unfinished);
            connection.Run("VACUUM INTO @file", ("file", unfinished));
            File.Move(unfinished, backup, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Describe(backup, error);
        }
    }

    // Deferred transactions that read first fail at once when another process writes between: SQLITE_BUSY_SNAPSHOT.
    public DbTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public DbTransaction BeginMigration(DbConnection connection) => Begin(connection);

    public T Durably<T>(DbConnection connection, Func<T> work)
    {
        connection.Run("PRAGMA synchronous = FULL");
        try
        {
            return work();
        }
        finally
        {
            connection.Run("PRAGMA synchronous = NORMAL");
        }
    }

    public string Adapt(string sql) => sql
        .Replace("{key}", "INTEGER PRIMARY KEY", StringComparison.Ordinal)
        .Replace("{clustered}", "WITHOUT ROWID", StringComparison.Ordinal)
        .Replace("{blob}", "BLOB", StringComparison.Ordinal)
        .Replace("{unique_long_text}", "UNIQUE", StringComparison.Ordinal)
        .Replace("{unique_long_text_index}", "", StringComparison.Ordinal);

    public RunStoreException Describe(DbException error) => SqliteErrors.Describe(path, (SqliteException)error);

    public RunStoreException DescribeUnreadable(Exception error) => SqliteErrors.Unreadable(path, error);
}
