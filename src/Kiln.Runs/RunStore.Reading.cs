using System.Collections.Immutable;

namespace Kiln.Runs;

public sealed partial class RunStore
{
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
    /// <exception cref="RunFilterException">Its question cannot be read; the message shows where.</exception>
    public IReadOnlyList<RunRecord> List(RunFilter? filter = null) => _database.Use(connection =>
    {
        var query = new RunQuery(connection, filter ?? new RunFilter(), _time.GetUtcNow());
        return _runs.Select(connection, query.Tail(), query.Values);
    });

    /// <summary>How many runs a filter picks, whatever its limit.</summary>
    /// <param name="filter">Which; default all.</param>
    /// <returns>Their number.</returns>
    /// <exception cref="RunFilterException">Its question cannot be read; the message shows where.</exception>
    public int Count(RunFilter? filter = null) => _database.Use(connection =>
    {
        var query = new RunQuery(connection, filter ?? new RunFilter(), _time.GetUtcNow());
        return (int)connection.Number("SELECT count(*) FROM runs " + query.Condition, query.Values);
    });

    /// <summary>Groups runs and averages a metric over each group, for example over the seeds of one model.</summary>
    /// <param name="by">What puts runs into one group: a column, hyperparameter or training option, or several with commas between.</param>
    /// <param name="metric">Name of the metric.</param>
    /// <param name="filter">Which runs; default all. Its order is that in which groups appear.</param>
    /// <returns>A row per group with mean, standard deviation and number of runs.</returns>
    /// <exception cref="RunFilterException">No run has such a name, or the filter's question cannot be read.</exception>
    public ImmutableArray<GroupStatistic> Group(string by, string metric, RunFilter? filter = null) => _database.Use(connection =>
    {
        var query = new RunQuery(connection, filter ?? new RunFilter(), _time.GetUtcNow());
        var names = by.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var keys = names.Select(name => ValueColumns.Text(connection, name, query.Parameters)).ToList();
        var value = ValueColumns.Number(connection, metric, query.Parameters);
        // Of each run only what the statistic looks at.
        var runs = connection.Rows(
            $"SELECT {value}{string.Concat(keys.Select(key => ", " + key))} FROM runs {query.Tail()}",
            row => new RunRecord
            {
                Id = "",
                Name = string.Join(", ", names.Select((_, i) => row.TextOrNull(i + 1) ?? "–")),
                Metrics = EpochRecord.NoMetrics.Add(metric, row.IsDBNull(0) ? double.NaN : row.GetDouble(0)),
            },
            query.Values);
        return GroupStatistic.By(runs, run => run.Name, metric);
    });

    /// <summary>Names that runs can be asked, sorted and grouped by: columns, metrics, hyperparameters and training options.</summary>
    /// <returns>The names.</returns>
    public IReadOnlyList<string> Names() => _database.Use(UnknownName.All);

    /// <summary>The epochs of a run in order; none when there is no such run.</summary>
    /// <param name="id">Id of the run.</param>
    /// <returns>The epochs.</returns>
    public IReadOnlyList<EpochRecord> Epochs(string id) => _database.Use(connection => EpochTable.Of(connection, id));

    /// <summary>What a run measured step by step; empty when there is no such run, or nothing was.</summary>
    /// <param name="id">Id of the run.</param>
    /// <returns>The curve, in at most <see cref="StepCurve.Capacity"/> points.</returns>
    public StepCurve Steps(string id) => _database.Use(connection => StepTable.Of(connection, id));

    private RunRecord? ById(string id) => Select("WHERE id = @key", id).FirstOrDefault();

    private List<RunRecord> Candidates(string key)
    {
        if (ById(key) is { } exact)
            return [exact];
        if (Select("WHERE name = @key AND removed_at IS NULL ORDER BY created_at DESC, key DESC LIMIT 1", key) is [var named])
            return [named];
        // Ids of one session begin alike (they are times), so their ends are what people will type.
        const string parts = """
            WHERE removed_at IS NULL AND (substr(id, 1, length(@key)) = @key OR substr(id, length(id) - length(@key) + 1) = @key)
            ORDER BY key LIMIT 6
            """;
        return key.Length == 0 ? [] : Select(parts, key);
    }

    private List<RunRecord> Select(string tail, string key) =>
        _database.Use(connection => _runs.Select(connection, tail, ("key", key)));
}
