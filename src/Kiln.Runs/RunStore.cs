using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>
/// The runs of one folder: <c>runs.db</c> (SQLite, WAL) with every run, epoch and study, and <c>runs/&lt;id&gt;/</c> for files.
/// </summary>
/// <remarks>
/// May be used from several threads, and by several processes at once. What a call has recorded outlives a killed process.
/// A power cut may lose the newest epochs, never damages the file, and never loses a run's end. A running row whose process
/// is gone is read as stopped with the reason <see cref="Killed"/>. Every member throws <see cref="RunStoreException"/>
/// where the file cannot be read or written.
/// </remarks>
public sealed class RunStore : IDisposable
{
    /// <summary>The reason shown for a run whose process ended without recording the run's end.</summary>
    public const string Killed = "killed";

    private const string FileName = "runs.db";

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly RunTable _runs = new();

    private RunStore(string folder, Database database, TimeProvider time)
    {
        Folder = folder;
        _database = database;
        _time = time;
    }

    /// <summary>The schema version that this program reads and writes.</summary>
    public static int SchemaVersion => Schema.Version;

    /// <summary>Full path of the store's folder.</summary>
    public string Folder { get; }

    /// <summary>Opens the store of a folder; folder and file are made when they are not there.</summary>
    /// <param name="folder">The folder, usually <c>.kiln</c>.</param>
    /// <param name="time">Clock for the times recorded; default the system's.</param>
    /// <returns>The open store; the caller disposes it.</returns>
    /// <exception cref="RunStoreException">The file is damaged, of another program or of a newer schema (it is left as it is), or
    /// the folder cannot be written.</exception>
    public static RunStore Open(string folder, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var full = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Describe(full, error);
        }
        return new RunStore(full, Database.Open(Path.Combine(full, FileName)), time ?? TimeProvider.System);
    }

    /// <summary>The folder for a run's files, <c>runs/&lt;id&gt;</c>; it is made by <see cref="Create"/>.</summary>
    /// <param name="id">Id of the run.</param>
    /// <returns>Full path.</returns>
    public string RunFolder(string id) => Path.Combine(Folder, "runs", id);

    /// <summary>A new id for a run or study: 8 characters that sort by time, never given twice by this store.</summary>
    /// <returns>The id.</returns>
    public string NewId() => _database.Write(connection => RunIds.Next(connection, _time.GetUtcNow()));

    /// <summary>Records a new run and writes its <c>run.json</c>.</summary>
    /// <param name="run">The run. Host, process and time of creation are filled in where they are left out.</param>
    /// <returns>The run as it was recorded.</returns>
    /// <exception cref="ArgumentException">The id, or the trial within its study, is taken; or the id is not made of letters and digits.</exception>
    public RunRecord Create(RunRecord run) =>
        TryCreate(run, out var recorded)
            ? recorded
            : throw new ArgumentException(
                $"RunStore.Create: run '{run.Id}'{(run.Trial is { } trial ? $" (trial {trial} of study {run.Study})" : "")} exists already. Take a new id from NewId().",
                nameof(run));

    /// <summary>As <see cref="Create"/>, but an id or trial that is taken is an answer, not an error.</summary>
    /// <param name="run">The run.</param>
    /// <param name="recorded">The run as it was recorded.</param>
    /// <returns>False when the id, or the trial within its study, is taken; then nothing was recorded.</returns>
    /// <exception cref="ArgumentException">The id has characters other than letters, digits, - and _.</exception>
    public bool TryCreate(RunRecord run, out RunRecord recorded)
    {
        // It becomes the name of a folder.
        if (run.Id.Length == 0 || !run.Id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
            throw new ArgumentException($"RunStore.Create: expected an id of letters and digits, got '{run.Id}'. Take one from NewId().", nameof(run));
        var filled = recorded = Fill(run);
        if (!_database.Write(connection => RunTable.TryInsert(connection, filled)))
            return false;
        RunFile.Write(RunFolder(run.Id), filled);
        return true;
    }

    /// <summary>Records an epoch of a run; an epoch of the same number is replaced.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="epoch">The epoch.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public void AppendEpoch(string id, EpochRecord epoch) => AppendEpochs(id, [epoch]);

    /// <summary>Records epochs of a run, all or none; an epoch of the same number is replaced.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="epochs">The epochs; together they cost little more than one.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public void AppendEpochs(string id, IReadOnlyList<EpochRecord> epochs)
    {
        if (!_database.Write(connection => epochs.All(epoch => EpochTable.TryAppend(connection, id, epoch))))
            throw NotFound(id);
    }

    /// <summary>Records the end of a run, forces it to the disk, and writes <c>run.json</c> anew.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="reason">Why it stopped or failed; null for none.</param>
    /// <param name="metrics">Final metrics; null keeps those recorded.</param>
    /// <param name="bestEpoch">Best epoch, from 1; null keeps the one recorded.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public void Finish(string id, RunStatus status, string? reason = null, IReadOnlyDictionary<string, double>? metrics = null, int? bestEpoch = null)
    {
        var changed = _database.WriteThrough(connection => connection.Run(
            """
            UPDATE runs SET status = $status, status_reason = $reason, ended_at = $ended_at,
                metrics = coalesce($metrics, metrics), best_epoch = coalesce($best_epoch, best_epoch)
            WHERE id = $id
            """,
            ("id", id), ("status", RunTable.StatusText(status)), ("reason", reason),
            ("ended_at", Timestamps.Write(_time.GetUtcNow())),
            ("metrics", metrics is null ? null : JsonColumns.Write(metrics)), ("best_epoch", bestEpoch)));
        if (changed == 0)
            throw NotFound(id);
        RunFile.Write(RunFolder(id), ById(id)!);
    }

    /// <summary>
    /// Takes up a run that is not running: it runs again in this process, its reason and end are cleared, and epochs after
    /// the one it goes on from are taken back.
    /// </summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="afterEpoch">The last epoch that counts (that of the checkpoint), 0 for a start from the beginning; null keeps all.</param>
    /// <returns>False when a living process runs it; then nothing is changed.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public bool Reopen(string id, int? afterEpoch = null)
    {
        var taken = _database.Write(connection =>
        {
            var run = _runs.Select(connection, "WHERE id = $id", ("id", id)).FirstOrDefault() ?? throw NotFound(id);
            if (run.Status == RunStatus.Running)
                return false;
            var owner = OwningProcess.Current;
            connection.Run(
                """
                UPDATE runs SET status = 'running', status_reason = NULL, ended_at = NULL, attempts = attempts + 1,
                    host = $host, process_id = $process_id, process_start = $process_start
                WHERE id = $id
                """,
                ("id", id), ("host", owner.Host), ("process_id", owner.ProcessId), ("process_start", owner.Start));
            if (afterEpoch is { } epoch)
                EpochTable.RemoveAfter(connection, id, epoch);
            return true;
        });
        if (taken)
            RunFile.Write(RunFolder(id), ById(id)!);
        return taken;
    }

    /// <summary>Finds a run by its id, by its name (the newest of that name), or by a beginning or end of its id that is unique.</summary>
    /// <param name="idOrNameOrPrefix">What to look for.</param>
    /// <returns>The run, or null when none or more than one answers.</returns>
    public RunRecord? Find(string idOrNameOrPrefix) =>
        Candidates(idOrNameOrPrefix) is [var only] ? only : null;

    /// <summary>As <see cref="Find"/>, but a run must be found.</summary>
    /// <param name="idOrNameOrPrefix">What to look for.</param>
    /// <returns>The run.</returns>
    /// <exception cref="RunNotFoundException">None or more than one answers; the message names the nearest.</exception>
    public RunRecord Get(string idOrNameOrPrefix)
    {
        var found = Candidates(idOrNameOrPrefix);
        return found switch
        {
            [var only] => only,
            [] => throw NotFound(idOrNameOrPrefix),
            _ => throw Ambiguous(idOrNameOrPrefix, found),
        };
    }

    /// <summary>Lists runs.</summary>
    /// <param name="filter">Which, and in which order; default all, the newest first.</param>
    /// <returns>The runs.</returns>
    public IReadOnlyList<RunRecord> List(RunFilter? filter = null)
    {
        filter ??= new RunFilter();
        var query = new RunQuery(filter);
        var (tail, values) = (query.Tail(), query.Values.ToArray());
        var runs = _database.Use(connection => _runs.Select(connection, tail, values));
        if (filter.Status is not { } status)
            return runs;
        return [.. runs.Where(run => run.Status == status).Take(filter.Limit ?? int.MaxValue)];
    }

    /// <summary>The epochs of a run in order; none when there is no such run.</summary>
    /// <param name="id">Id of the run.</param>
    /// <returns>The epochs.</returns>
    public IReadOnlyList<EpochRecord> Epochs(string id) => _database.Use(connection => EpochTable.Of(connection, id));

    /// <summary>Records a new study.</summary>
    /// <param name="study">The study. The time of creation is filled in where it is left out.</param>
    /// <returns>The study as it was recorded.</returns>
    public StudyRecord CreateStudy(StudyRecord study)
    {
        var filled = study.CreatedAt == default ? study with { CreatedAt = _time.GetUtcNow() } : study;
        _database.Write(connection => StudyTable.Insert(connection, filled));
        return filled;
    }

    /// <summary>Finds a study by its id or name (the newest of that name).</summary>
    /// <param name="idOrName">What to look for.</param>
    /// <returns>The study, or null.</returns>
    public StudyRecord? FindStudy(string idOrName) =>
        _database.Use(connection => StudyTable.Select(connection, idOrName).FirstOrDefault());

    /// <summary>Lists all studies, the newest first.</summary>
    /// <returns>The studies.</returns>
    public IReadOnlyList<StudyRecord> ListStudies() => _database.Use(connection => StudyTable.Select(connection, null));

    /// <summary>Closes the file.</summary>
    public void Dispose() => _database.Dispose();

    private RunRecord Fill(RunRecord run)
    {
        var owner = OwningProcess.Current;
        var filled = run.Host.Length > 0 ? run : run with { Host = owner.Host, ProcessId = owner.ProcessId, ProcessStart = owner.Start };
        return filled with
        {
            CreatedAt = run.CreatedAt == default ? _time.GetUtcNow() : run.CreatedAt.ToUniversalTime(),
            SchemaVersion = Schema.Version,
        };
    }

    private RunRecord? ById(string id) => Select("WHERE id = $key", id).FirstOrDefault();

    private List<RunRecord> Candidates(string key)
    {
        if (ById(key) is { } exact)
            return [exact];
        if (Select("WHERE name = $key ORDER BY created_at DESC, key DESC LIMIT 1", key) is [var named])
            return [named];
        // Ids of one session begin alike (they are times), so their ends are what people will type.
        const string parts = "WHERE substr(id, 1, length($key)) = $key OR substr(id, -length($key)) = $key ORDER BY key LIMIT 6";
        return key.Length == 0 ? [] : Select(parts, key);
    }

    private List<RunRecord> Select(string tail, string key) =>
        _database.Use(connection => _runs.Select(connection, tail, ("key", key)));

    private RunNotFoundException NotFound(string key)
    {
        var known = _database.Use(connection => connection.Rows("SELECT name, id FROM runs ORDER BY key DESC", row => (row.GetString(0), row.GetString(1))));
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
