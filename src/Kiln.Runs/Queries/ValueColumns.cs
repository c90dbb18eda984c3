using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Metrics and parameters of runs, by name, as expressions of a query.</summary>
internal static class ValueColumns
{
    private static readonly Dictionary<string, string> Ways = new(StringComparer.Ordinal) { ["last"] = "last", ["min"] = "minimum", ["max"] = "maximum" };

    /// <summary>The words before a metric's name that ask for its last, lowest or highest value: <c>last.val_loss</c>.</summary>
    public static IEnumerable<string> Prefixes => Ways.Keys;

    /// <summary>What runs are joined with to be sorted by a name, and the columns to sort by; null where no run has such a value.</summary>
    /// <remarks>A join, because PostgreSQL would look a value up for each run by itself; its columns bear no name of another table.</remarks>
    public static (string Join, string[] Columns)? Sorted(DbConnection connection, string name, QueryValues values)
    {
        if (Parameter(connection, name) is { } parameter)
            return (Join("run_parameters", "number AS sorted_number, text AS sorted_text", values.Add(parameter)), ["sorted_number", "sorted_text"]);
        var (column, metric) = Metric(name);
        return Has(connection, "metric", metric) ? (Join("run_metrics", $"{column} AS sorted_value", values.Add(metric)), ["sorted_value"]) : null;
    }

    /// <summary>The one value of a run by any name, as a text to group by.</summary>
    /// <exception cref="RunFilterException">No run has such a value.</exception>
    public static string Text(DbConnection connection, string name, QueryValues values)
    {
        if (RunFields.Find(name) is { } field && field != RunFields.Tag)
            return $"CAST({(field == RunFields.Status ? StatusColumn.Sql(connection, values) : field.Column)} AS TEXT)";
        if (Parameter(connection, name) is { } parameter)
            return $"(SELECT text FROM run_parameters p WHERE p.run = runs.key AND p.name = {values.Add(parameter)})";
        throw UnknownName.In(connection, name, name, 0);
    }

    /// <summary>The value of a metric.</summary>
    /// <exception cref="RunFilterException">No run has such a metric.</exception>
    public static string Number(DbConnection connection, string name, QueryValues values)
    {
        var (column, metric) = Metric(name);
        return Has(connection, "metric", metric)
            ? $"(SELECT {column} FROM run_metrics m WHERE m.run = runs.key AND m.name = {values.Add(metric)})"
            : throw UnknownName.In(connection, name, name, 0);
    }

    /// <summary>The column of run_metrics and the metric that a name asks for.</summary>
    public static (string Column, string Metric) Metric(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Ways.TryGetValue(name[..dot], out var column) ? (column, name[(dot + 1)..]) : ("value", name);
    }

    /// <summary>The parameter of that name as the store has it, or null: options may be typed with their hyphens.</summary>
    public static string? Parameter(DbConnection connection, string name) =>
        Has(connection, "parameter", name) ? name
        : Has(connection, "parameter", name.Replace('-', '_')) ? name.Replace('-', '_')
        : null;

    /// <summary>Whether some run has, or had, a value of that name.</summary>
    public static bool Has(DbConnection connection, string kind, string name) =>
        connection.Number("SELECT count(*) FROM value_names WHERE kind = @kind AND name = @name", ("kind", kind), ("name", name)) > 0;

    private static string Join(string table, string columns, string name) =>
        $"LEFT JOIN (SELECT run AS sorted_run, {columns} FROM {table} WHERE name = {name}) sorted ON sorted_run = runs.key";
}
