using System.Collections.Immutable;
using System.Data.Common;

namespace Kiln.Runs;

public sealed partial class RunStore
{
    /// <summary>Asks for runs, as records and as a table.</summary>
    /// <param name="filter">Which, and in which order; default all, the newest first.</param>
    /// <param name="columns">Columns of the table: columns of runs, metrics (<c>last.</c>, <c>min.</c>, <c>max.</c> before the name give other values
    /// than the best epoch's), hyperparameters and training options; default all.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="RunFilterException">No run has such a name, or the question cannot be read; the message shows where.</exception>
    public RunQueryResult Query(RunFilter? filter = null, IReadOnlyList<string>? columns = null)
    {
        var asked = filter ?? new RunFilter();
        var table = _database.Use(connection => RunSheet.Of(connection, asked, columns is { Count: > 0 } ? columns : RunSheet.All(connection), _time.GetUtcNow()));
        return new([.. List(asked)], Count(asked), table);
    }

    /// <summary>Asks for runs by a question in words, such as <c>lr&lt;0.01 and val_accuracy&gt;=.9</c>.</summary>
    /// <param name="where">The question; see <see cref="RunFilter.Where"/>.</param>
    /// <param name="sort">What to sort by, falling with a leading -; default the newest first.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="RunFilterException">The question cannot be read; the message shows where.</exception>
    public RunQueryResult Query(string where, string? sort = null) => Query(new RunFilter { Where = where, Sort = sort });

    /// <summary>Writes runs into a file: a table for <c>.csv</c>; for <c>.jsonl</c> a line for each run with its epochs, steps and files' hashes, which <see cref="Import"/> reads.</summary>
    /// <param name="path">The file.</param>
    /// <param name="filter">Which runs; default all.</param>
    /// <param name="columns">Columns of the table; default all, with <c>param_*</c> for hyperparameters and options.</param>
    /// <returns>How many runs were written.</returns>
    /// <exception cref="ArgumentException">The file's ending is neither of them.</exception>
    /// <exception cref="RunStoreException">The file cannot be written.</exception>
    public int Export(string path, RunFilter? filter = null, IReadOnlyList<string>? columns = null)
    {
        Func<Stream, int> write = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => stream => CsvSheet.Write(stream, Query(filter, columns).Table),
            ".jsonl" => stream => RunLines.Write(stream, List(filter).Select(Recorded)),
            var other => throw new ArgumentException($"RunStore.Export: expected a file that ends in .csv or .jsonl, got '{other}'. Name it runs.csv, for example.", nameof(path)),
        };
        try
        {
            using var stream = File.Create(path);
            return write(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Describe(path, error);
        }
    }

    /// <summary>
    /// Takes in runs from this store or another, or of another program: the lines (<c>.jsonl</c>) and tables (<c>.csv</c>, without epochs)
    /// that <see cref="Export"/> wrote, other tables with a column <c>name</c>, and event files or folders of TensorBoard.
    /// </summary>
    /// <param name="path">The file, or the folder that TensorBoard is pointed at.</param>
    /// <returns>The runs that are new; those that are here already are left out. A run without an id of ours is known by its content.</returns>
    /// <exception cref="ArgumentException">Something in it cannot be read; the message names line or byte, and no run was taken in.</exception>
    /// <exception cref="RunStoreException">The file cannot be read.</exception>
    public ImmutableArray<RunRecord> Import(string path)
    {
        var runs = TensorBoardRuns.AreAt(path) ? TensorBoardRuns.Read(path) : Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => CsvRuns.Read(path),
            ".jsonl" => RunLines.Read(path),
            var other => throw new ArgumentException(
                $"RunStore.Import: expected a file that ends in .jsonl or .csv, an event file of TensorBoard or a folder of such, got '{(other.Length > 0 ? other : path)}'.", nameof(path)),
        };
        return _database.WriteThrough(connection => runs.Where(run => TryAdd(connection, run)).Select(run => run.Run).ToImmutableArray());
    }

    private static bool TryAdd(DbConnection connection, RecordedRun recorded)
    {
        // Nobody here knows whether its process lives.
        var run = recorded.Run.Status == RunStatus.Running ? recorded.Run with { Status = RunStatus.Stopped, StatusReason = "it was running when it was written down" } : recorded.Run;
        if (!RunTable.TryInsert(connection, run with { SchemaVersion = Schema.Version }))
            return false;
        EpochTable.TryAppend(connection, run.Id, recorded.Epochs);
        StepTable.TryAppend(connection, run.Id, recorded.Steps);
        ArtefactTable.TryAdd(connection, run.Id, recorded.Artefacts);
        return true;
    }

    private RecordedRun Recorded(RunRecord run) => new(run, [.. Epochs(run.Id)]) { Steps = Steps(run.Id), Artefacts = Artefacts(run.Id) };
}
