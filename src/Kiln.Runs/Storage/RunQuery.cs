using System.Globalization;

namespace Kiln.Runs;

/// <summary>A <see cref="RunFilter"/> as the tail of a SELECT.</summary>
internal sealed class RunQuery
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object? Value)> _values = [];
    private readonly RunFilter _filter;

    public RunQuery(RunFilter filter)
    {
        _filter = filter;
        Where("name", filter.Name);
        Where("kind", filter.Kind);
        Where("model_name", filter.Model);
        Where("model_hash", filter.ModelHash);
        Where("data_name", filter.Data);
        Where("data_fingerprint", filter.DataFingerprint);
        Where("group_name", filter.Group);
        Where("study", filter.Study);
        Where("parent", filter.Parent);
        Where("seed", filter.Seed);
        if (filter.FromTrial is { } first)
            Add("trial >= $from_trial", "from_trial", first);
        if (filter.Tag is { } tag)
            Add("EXISTS (SELECT 1 FROM json_each(tags) WHERE value = $tag)", "tag", tag);
        // What is stored as running may be read as stopped.
        if (filter.Status is { } status)
            Add($"status IN ($status{(status == RunStatus.Stopped ? ", 'running'" : "")})", "status", RunTable.StatusText(status));
    }

    /// <summary>Values of the parameters in <see cref="Tail"/>.</summary>
    public ReadOnlySpan<(string Name, object? Value)> Values => _values.ToArray();

    /// <summary>WHERE, ORDER BY and LIMIT.</summary>
    public string Tail()
    {
        var where = _conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions);
        var direction = _filter.NewestFirst ? "DESC" : "ASC";
        var order = $"ORDER BY {SortTerm()}created_at {direction}, key {direction}";
        // With a status the count is known only after each process was looked for.
        var limit = _filter is { Limit: { } count, Status: null }
            ? " LIMIT " + count.ToString(CultureInfo.InvariantCulture)
            : "";
        return $"{where} {order}{limit}";
    }

    /// <summary>The sort key: a column, or the metric or hyperparameter of that name (numbers before texts).</summary>
    private string SortTerm()
    {
        if (_filter.Sort is not { Length: > 0 } sort)
            return "";
        var falling = sort[0] == '-';
        var name = falling ? sort[1..] : sort;
        var key = RunTable.IsColumn(name) ? name : ValueOf(name);
        return $"{key} {(falling ? "DESC" : "ASC")} NULLS LAST, ";
    }

    private string ValueOf(string name)
    {
        _values.Add(("sort_path", "$.\"" + name.Replace("\"", "", StringComparison.Ordinal) + "\""));
        const string parameter = "json_extract(parameters, $sort_path)";
        return $"""
            CASE json_extract(metrics, $sort_path)
                WHEN 'NaN' THEN NULL WHEN 'Infinity' THEN 9e999 WHEN '-Infinity' THEN -9e999
                ELSE coalesce(json_extract(metrics, $sort_path),
                    CASE WHEN {parameter} GLOB '*[0-9]*' AND {parameter} NOT GLOB '*[^-+.0-9eE]*'
                        THEN CAST({parameter} AS REAL) ELSE {parameter} END)
            END
            """;
    }

    private void Where(string column, object? value)
    {
        if (value is not null)
            Add($"{column} = ${column}", column, value);
    }

    private void Add(string condition, string name, object value)
    {
        _conditions.Add(condition);
        _values.Add((name, value));
    }
}
