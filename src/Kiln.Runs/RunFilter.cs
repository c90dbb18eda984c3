namespace Kiln.Runs;

/// <summary>Which runs to list, and in which order. A property left null does not filter.</summary>
public sealed record RunFilter
{
    /// <summary>Name of the run.</summary>
    public string? Name { get; init; }

    /// <summary>Kind of run: <c>train</c>, <c>trial</c>, <c>arm</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Name of the model definition.</summary>
    public string? Model { get; init; }

    /// <summary>Hash of the model definition.</summary>
    public string? ModelHash { get; init; }

    /// <summary>Name of the data set.</summary>
    public string? Data { get; init; }

    /// <summary>Fingerprint of the data set.</summary>
    public string? DataFingerprint { get; init; }

    /// <summary>Name of the group.</summary>
    public string? Group { get; init; }

    /// <summary>Id of the study.</summary>
    public string? Study { get; init; }

    /// <summary>Lowest trial number to return.</summary>
    public int? FromTrial { get; init; }

    /// <summary>Id of the run's parent.</summary>
    public string? Parent { get; init; }

    /// <summary>A tag the run must bear.</summary>
    public string? Tag { get; init; }

    /// <summary>The run's seed.</summary>
    public long? Seed { get; init; }

    /// <summary>Status as it is read (a run whose process is gone counts as stopped, not as running).</summary>
    public RunStatus? Status { get; init; }

    /// <summary>
    /// A question in words, such as <c>lr&lt;0.01 and tag=x or model=net and val_accuracy&gt;=.9</c>: columns, metrics, hyperparameters and
    /// training options by name, compared by = != &lt; &lt;= &gt; &gt;= or ~ (contains), joined by and, or, not and parentheses.
    /// </summary>
    public string? Where { get; init; }

    /// <summary>True: only runs that were removed and can be brought back; false (default): only those that are there; null: both.</summary>
    public bool? Removed { get; init; } = false;

    /// <summary>
    /// A column (<c>started</c>, <c>name</c>, <c>seed</c>, <c>trial</c>, …), metric (<c>last.</c>, <c>min.</c>, <c>max.</c> before its name
    /// take other values than the best epoch's), hyperparameter or training option to sort by, rising; with a leading <c>-</c> falling. Runs without a (finite or infinite) value come last. Default: by <see cref="NewestFirst"/>.
    /// </summary>
    public string? Sort { get; init; }

    /// <summary>Order of creation, and of runs that <see cref="Sort"/> finds equal; default newest first.</summary>
    public bool NewestFirst { get; init; } = true;

    /// <summary>Greatest number of runs to return; null (default) for all.</summary>
    public int? Limit { get; init; }
}
