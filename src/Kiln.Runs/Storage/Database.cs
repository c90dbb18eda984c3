using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Kiln.Runs;

/// <summary>The open database file: one connection, one caller at a time, every SQLite error turned into words.</summary>
internal sealed class Database : IDisposable
{
    private const int BusySeconds = 20;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    private Database(string path, SqliteConnection connection)
    {
        Path = path;
        _connection = connection;
    }

    public string Path { get; }

    public static Database Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = BusySeconds }.ToString());
        try
        {
            connection.Open();
            Prepare(path, connection);
            return new Database(path, connection);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw StoreErrors.Describe(path, error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs one piece of work alone on the connection.</summary>
    public T Use<T>(Func<SqliteConnection, T> work)
    {
        lock (_gate)
        {
            // On Unix the connection would go on writing into the removed file, for nobody to read.
            if (!File.Exists(Path))
                throw new RunStoreException(Path, "was removed while it was in use", "Restart the program (in a notebook: the kernel) to begin a new store.");
            try
            {
                return work(_connection);
            }
            catch (SqliteException error)
            {
                throw StoreErrors.Describe(Path, error);
            }
            catch (Exception error) when (error is JsonException or FormatException or InvalidCastException)
            {
                throw StoreErrors.Unreadable(Path, error);
            }
        }
    }

    /// <summary>Runs one piece of work as a transaction that holds the write lock from its start.</summary>
    public T Write<T>(Func<SqliteConnection, T> work) => Use(connection =>
    {
        // Deferred transactions that read first fail at once when another process writes between: SQLITE_BUSY_SNAPSHOT.
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = work(connection);
        transaction.Commit();
        return result;
    });

    /// <summary>As <see cref="Write"/>, and on the disk itself when it returns: with it everything written before.</summary>
    public T WriteThrough<T>(Func<SqliteConnection, T> work)
    {
        lock (_gate)
        {
            Use(connection => connection.Run("PRAGMA synchronous = FULL"));
            try
            {
                return Write(work);
            }
            finally
            {
                Use(connection => connection.Run("PRAGMA synchronous = NORMAL"));
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _connection.Dispose();
    }

    private static void Prepare(string path, SqliteConnection connection)
    {
        // SQLite's own waiting is finer than the library's, which sleeps 150 ms between tries.
        connection.Run($"PRAGMA busy_timeout = {BusySeconds * 1000}");
        var version = VersionOf(path, connection);

        // In WAL mode a commit is one append to the log. With synchronous = NORMAL it is not forced to the disk, but it is
        // with the operating system: a killed process loses nothing, a power cut may lose the newest epochs (never damage
        // the file). Ends of runs are forced to the disk, see WriteThrough. https://sqlite.org/pragma.html#pragma_synchronous
        connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
        if (version < Schema.Version)
            Schema.Migrate(connection);
    }

    /// <summary>The schema version, 0 for a new file; a file that is not ours to write is refused.</summary>
    private static long VersionOf(string path, SqliteConnection connection)
    {
        // One snapshot for all three readings: another process may be laying out the tables just now.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var version = connection.Pragma("user_version");
        var application = connection.Pragma("application_id");
        var isNew = version == 0 && application == 0 && connection.Rows("SELECT 1 FROM sqlite_schema LIMIT 1", _ => true).Count == 0;
        if (application != Schema.ApplicationId && !isNew)
            throw new RunStoreException(path, "is a database of another program", "Choose another folder (KILN_HOME), or move the file away.");
        if (version > Schema.Version)
            throw new RunStoreException(
                path,
                $"has schema version {version}, and this Kiln knows only versions up to {Schema.Version}",
                "It was written by a newer Kiln: update this one, or choose another folder (KILN_HOME). Nothing was changed.");
        return version;
    }
}
