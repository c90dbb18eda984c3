using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Metrics and parameters of runs, by name, as expressions of a query.</summary>
internal static class ValueColumns
{
    private static readonly Dictionary<string, string> Ways = new(StringComparer.Ordinal) { ["last"] = "last", ["min"] = "minimum", ["max"] = "maximum" };

    /// <summary>The words before a metric's name that ask for its last, lowest or highest value: <c>last.val_loss</c>.</summary>
    public static IEnumerable<string> Prefixes => Ways.Keys;

    /// <summary>Expressions to sort by, one after the other; none where no run has such a value.</summary>
    public static IReadOnlyList<string> Sql(DbConnection connection, string name, QueryValues values)
    {
        var (column, metric) = Metric(name);
        var columns = new List<string>();
        if (Has(connection, "metric", metric))
            columns.Add($"(SELECT {column} FROM run_metrics m WHERE m.run = runs.key AND m.name = {values.Add(metric)})");
        if (Parameter(connection, name) is { } parameter)
        {
            var at = values.Add(parameter);
            columns.Add($"(SELECT number FROM run_parameters p WHERE p.run = runs.key AND p.name = {at})");
            columns.Add($"(SELECT text FROM run_parameters p WHERE p.run = runs.key AND p.name = {at})");
        }
        return columns;
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
}
