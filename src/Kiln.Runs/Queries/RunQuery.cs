using System.Data.Common;
using System.Globalization;

namespace Kiln.Runs;

/// <summary>A <see cref="RunFilter"/> as the tail of a SELECT from runs. Whatever a user typed is a parameter, never text of the query.</summary>
internal sealed class RunQuery
{
    private readonly List<string> _conditions = [];
    private readonly QueryValues _values;
    private readonly DbConnection _connection;
    private readonly RunFilter _filter;

    public RunQuery(DbConnection connection, RunFilter filter, DateTimeOffset now)
    {
        _values = new QueryValues(now);
        _connection = connection;
        _filter = filter;
        _conditions.Add(filter.Removed switch { true => "removed_at IS NOT NULL", false => "removed_at IS NULL", null => "1 = 1" });
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
        if (!string.IsNullOrWhiteSpace(filter.Where))
            _conditions.Add(FilterSql.Of(connection, _values, filter.Where));
        if (filter.FromTrial is { } first)
            _conditions.Add($"trial >= {_values.Add(first)}");
        if (filter.Tag is { } tag)
            _conditions.Add($"EXISTS (SELECT 1 FROM run_tags WHERE run = runs.key AND tag = {_values.Add(tag)})");
        if (filter.Status is { } status)
            _conditions.Add($"{StatusColumn.Sql(connection, _values)} = {_values.Add(RunTable.StatusText(status))}");
    }

    /// <summary>Where expressions of the same query put their values.</summary>
    public QueryValues Parameters => _values;

    /// <summary>Values of the parameters in <see cref="Tail"/>.</summary>
    public (string Name, object? Value)[] Values => _values.All;

    /// <summary>Which rows.</summary>
    public string Condition => "WHERE " + string.Join(" AND ", _conditions);

    /// <summary>What stands behind <c>FROM runs</c>: which rows, in which order, and how many.</summary>
    public string Tail()
    {
        var (join, term) = Sort();
        var direction = _filter.NewestFirst ? "DESC" : "ASC";
        var limit = _filter.Limit is { } count ? " LIMIT " + count.ToString(CultureInfo.InvariantCulture) : "";
        return $"{join} {Condition} ORDER BY {term}created_at {direction}, key {direction}{limit}";
    }

    /// <summary>The sort key: a column, or the metric or parameter of that name (numbers before texts).</summary>
    private (string Join, string Term) Sort()
    {
        if (_filter.Sort is not { Length: > 0 } sort)
            return ("", "");
        var order = sort[0] == '-' ? "DESC NULLS LAST" : "ASC NULLS LAST";
        var name = sort.TrimStart('-');
        if (RunFields.Find(name) is { } field && field != RunFields.Tag)
            return ("", $"{(field == RunFields.Status ? StatusColumn.Sql(_connection, _values) : field.Column)} {order}, ");
        return ValueColumns.Sorted(_connection, name, _values) is var (join, columns)
            ? (join, string.Concat(columns.Select(column => $"{column} {order}, ")))
            : ("", "");
    }

    private void Where(string column, object? value)
    {
        if (value is not null)
            _conditions.Add($"{column} = {_values.Add(value)}");
    }
}
