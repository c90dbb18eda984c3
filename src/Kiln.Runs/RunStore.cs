using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>
/// The runs of one folder: a database with every run, epoch and study (<c>runs.db</c>, SQLite, or a PostgreSQL database that
/// several machines share), and <c>runs/&lt;id&gt;/</c> for files.
/// </summary>
/// <remarks>
/// May be used from several threads, and by several processes at once. What a call has recorded outlives a killed process.
/// A power cut may lose the newest epochs, never damages the store, and never loses a run's end. A running row whose process
/// is gone is read as stopped with the reason <see cref="Killed"/>. Every member throws <see cref="RunStoreException"/>
/// where the database cannot be read or written.
/// </remarks>
public sealed partial class RunStore : IDisposable
{
    /// <summary>The reason shown for a run whose process ended without recording the run's end.</summary>
    public const string Killed = "killed";

    private const string FileName = "runs.db";

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly RunTable _runs;

    private RunStore(string folder, Database database, TimeProvider time)
    {
        Folder = folder;
        _database = database;
        _time = time;
        _runs = new RunTable(time);
    }

    /// <summary>The schema version that this program reads and writes.</summary>
    public static int SchemaVersion => Schema.Version;

    /// <summary>Full path of the store's folder.</summary>
    public string Folder { get; }

    /// <summary>Where the rows are: the path of the file, or the database's address without its password.</summary>
    public string Location => _database.Location;

    /// <summary>Opens the store of a folder; folder and tables are made when they are not there.</summary>
    /// <param name="folder">The folder, usually <c>.kiln</c>.</param>
    /// <param name="time">Clock for the times recorded; default the system's.</param>
    /// <param name="database">Address of a PostgreSQL database, <c>postgresql://user:password@host/database</c>, that holds the
    /// rows; default the file <c>runs.db</c> of the folder. Files of runs are in the folder in any case.</param>
    /// <returns>The open store; the caller disposes it.</returns>
    /// <exception cref="RunStoreException">The file is damaged, the database of another program or of a newer schema (it is left as
    /// it is) or not reached, or the folder cannot be written.</exception>
    public static RunStore Open(string folder, TimeProvider? time = null, string? database = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var full = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Describe(full, error);
        }
        var store = new RunStore(full, Database.Open(EngineOf(full, database)), time ?? TimeProvider.System);
        store.TakeInJournals();
        return store;
    }

    /// <summary>The folder for a run's files, <c>runs/&lt;id&gt;</c>; it is made by <see cref="Create"/>.</summary>
    /// <param name="id">Id of the run.</param>
    /// <returns>Full path.</returns>
    /// <exception cref="RunStoreException">The id is none: a database that somebody else wrote might lead out of the folder.</exception>
    public string RunFolder(string id) => FolderOf("runs", id);

    /// <summary>The folder for a study's files, <c>studies/&lt;id&gt;</c>; nobody has made it yet.</summary>
    /// <param name="id">Id of the study.</param>
    /// <returns>Full path.</returns>
    /// <exception cref="RunStoreException">The id is none.</exception>
    public string StudyFolder(string id) => FolderOf("studies", id);

    /// <summary>A new id for a run or study: 8 characters that sort by time, never given twice by this store.</summary>
    /// <returns>The id.</returns>
    public string NewId() => _database.Write(connection => RunIds.Next(connection, _time.GetUtcNow()));

    /// <summary>Closes the store.</summary>
    public void Dispose() => _database.Dispose();

    private string FolderOf(string kind, string id) => RunIds.IsOne(id)
        ? Path.Combine(Folder, kind, id)
        : throw new RunStoreException(Location, $"names '{id}', which is not an id of letters and digits", "It was not written by Kiln: use another store.");

    // A store that cannot take them in now still opens: they stay where they are.
    private void TakeInJournals()
    {
        try
        {
            RunJournal.TakeIn(Folder, _database);
        }
        catch (RunStoreException)
        {
            // Whoever writes next is told.
        }
    }

    private static IEngine EngineOf(string folder, string? database) =>
        string.IsNullOrWhiteSpace(database) ? new SqliteEngine(Path.Combine(folder, FileName)) : new PostgresEngine(database);

    private RunNotFoundException NotFound(string key)
    {
        var known = _database.Use(connection => connection.Rows(
            "SELECT name, id FROM runs WHERE removed_at IS NULL ORDER BY key DESC", row => (row.GetString(0), row.GetString(1))));
        var nearest = Nearest.To(key, known.SelectMany(pair => new[] { pair.Item1, pair.Item2 }));
        var remedy = known.Count == 0 ? "There are no runs yet: train a model first."
            : nearest.IsEmpty ? $"List the {known.Count} runs with '#!runs list'."
            : $"Did you mean {string.Join(", ", nearest.Select(name => $"'{name}'"))}?";
        return new RunNotFoundException(key, $"No run has the id or name '{key}'. {remedy}", nearest);
    }

    private static RunNotFoundException Ambiguous(string key, List<RunRecord> found)
    {
        ImmutableArray<string> ids = [.. found.Select(run => run.Id)];
        return new RunNotFoundException(key, $"'{key}' is part of several run ids: {string.Join(", ", ids)}. Give more of the id, or a run's name.", ids);
    }
}
