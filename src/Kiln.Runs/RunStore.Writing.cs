namespace Kiln.Runs;

public sealed partial class RunStore
{
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
        if (!RunIds.IsOne(run.Id))
            throw new ArgumentException($"RunStore.Create: expected an id of letters and digits, got '{run.Id}'. Take one from NewId().", nameof(run));
        var filled = recorded = Fill(run);
        if (!_database.Write(connection => RunTable.TryInsert(connection, filled)))
            return false;
        RunFile.Write(RunFolder(run.Id), filled);
        TakeInJournals();
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
    /// <param name="steps">What was measured within epochs, finished or not; of an epoch that has steps already these replace them.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public void AppendEpochs(string id, IReadOnlyList<EpochRecord> epochs, StepCurve? steps = null)
    {
        if (!_database.Write(connection => EpochTable.TryAppend(connection, id, epochs) && (steps is null || StepTable.TryAppend(connection, id, steps))))
            throw NotFound(id);
    }

    /// <summary>Records the end of a run, forces it to the disk unless told otherwise, and writes <c>run.json</c> anew.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="reason">Why it stopped or failed; null for none.</param>
    /// <param name="metrics">Final metrics; null keeps those recorded.</param>
    /// <param name="bestEpoch">Best epoch, from 1; null keeps the one recorded.</param>
    /// <param name="isForced">
    /// Whether the end outlives a power cut, too (default). Without it, what a killed process loses is still nothing, and the call is some
    /// times as quick: for runs that are quickly done again.
    /// </param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public void Finish(
        string id, RunStatus status, string? reason = null, IReadOnlyDictionary<string, double>? metrics = null, int? bestEpoch = null, bool isForced = true)
    {
        var ended = new RunEnd(status, reason, metrics, bestEpoch, _time.GetUtcNow());
        if (!(isForced ? _database.WriteThrough(connection => ended.TryWrite(connection, id)) : _database.Write(connection => ended.TryWrite(connection, id))))
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
            var run = _runs.Select(connection, "WHERE id = @id", ("id", id)).FirstOrDefault();
            if (run is not { Status: not RunStatus.Running })
                return run is null ? null : (bool?)false;
            // Of two processes that take it up at once, the second finds the row changed.
            if (!TakeUp(connection, run))
                return false;
            ArtefactTable.RemoveOwn(connection, id);
            if (afterEpoch is { } epoch)
                EpochTable.RemoveAfter(connection, id, epoch);
            return true;
        }) ?? throw NotFound(id);
        if (taken)
            RunFile.Write(RunFolder(id), ById(id)!);
        return taken;
    }

    /// <summary>Records what a run's model was built with, defaults included.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="hyperparameters">Values by name, as invariant text.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public void SetHyperparameters(string id, IReadOnlyDictionary<string, string> hyperparameters) => Change(id, (connection, _, run) =>
        RunTable.SetHyperparameters(connection, run with { Hyperparameters = run.Hyperparameters.Clear().AddRange(hyperparameters) }));

    private static bool TakeUp(System.Data.Common.DbConnection connection, RunRecord run)
    {
        var owner = OwningProcess.Current;
        var inVain = Runs.AttemptsInVain.Of(connection, run);
        return connection.Run(
            """
            UPDATE runs SET status = 'running', status_reason = NULL, ended_at = NULL, attempts = attempts + 1,
                attempts_in_vain = @in_vain, epochs_before = @epochs, host = @host, process_id = @process_id, process_start = @process_start, heartbeat_at = NULL
            WHERE id = @id AND attempts = @attempts
            """,
            ("id", run.Id), ("attempts", run.Attempts), ("in_vain", inVain.Count), ("epochs", inVain.Epochs),
            ("host", owner.Host), ("process_id", owner.ProcessId), ("process_start", owner.Start)) > 0;
    }

    /// <summary>Changes one run's rows, as a transaction.</summary>
    private void Change(string id, Action<System.Data.Common.DbConnection, long, RunRecord> change)
    {
        var found = _database.Write(connection =>
        {
            if (_runs.SelectKeyed(connection, "WHERE id = @id", ("id", id)) is not [var (key, run)])
                return false;
            change(connection, key, run);
            return true;
        });
        if (!found)
            throw NotFound(id);
    }

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
}
