using System.Data;
using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Runs as a table of any columns.</summary>
internal static class RunSheet
{
    private static readonly string[] Facts = ["id", "name", "model", "data", "seed", "status", "group", "tag", "started", "ended", "best_epoch", "notes"];

    /// <summary>The columns of a file: facts, then <c>param_*</c> (hyperparameters and options), then metrics, as in scikit-learn's cv_results_.</summary>
    public static IReadOnlyList<string> All(DbConnection connection)
    {
        var parameters = ValueNames.Of(connection, "parameter");
        // A name that both have means the parameter; the metric is asked for by its last value.
        var metrics = ValueNames.Of(connection, "metric").Select(name => parameters.Contains(name) ? "last." + name : name);
        return [.. Facts, .. parameters.Select(name => "param_" + name), .. metrics];
    }

    /// <summary>The table.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="filter">Which runs.</param>
    /// <param name="columns">Names of columns, metrics, hyperparameters and options.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="RunFilterException">No run has such a name.</exception>
    public static DataTable Of(DbConnection connection, RunFilter filter, IReadOnlyList<string> columns, DateTimeOffset now)
    {
        var query = new RunQuery(connection, filter, now);
        var table = new DataTable("runs");
        var terms = new List<string>();
        foreach (var name in columns.Distinct())
        {
            var (sql, isNumber) = Term(connection, name, query.Parameters);
            table.Columns.Add(name, isNumber ? typeof(double) : typeof(string));
            terms.Add(sql);
        }
        connection.Rows($"SELECT {string.Join(", ", terms)} FROM runs {query.Tail()}", row =>
        {
            table.Rows.Add([.. table.Columns.Cast<DataColumn>().Select((column, i) =>
                row.IsDBNull(i) ? DBNull.Value : column.DataType == typeof(double) ? Convert.ToDouble(row.GetValue(i), null) : (object)row.GetString(i))]);
            return true;
        }, query.Values);
        return table;
    }

    private static (string Sql, bool IsNumber) Term(DbConnection connection, string name, QueryValues values)
    {
        if (RunFields.Find(name) is { } field)
            return field == RunFields.Tag ? ("tags", false)
                : field == RunFields.Status ? (StatusColumn.Sql(connection, values), false)
                : (field.Column, field.IsNumber);
        var parameter = name.StartsWith("param_", StringComparison.Ordinal) ? name["param_".Length..] : name;
        return ValueColumns.Parameter(connection, parameter) is null && ValueColumns.Has(connection, "metric", ValueColumns.Metric(name).Metric)
            ? (ValueColumns.Number(connection, name, values), true)
            : (ValueColumns.Text(connection, parameter, values), false);
    }
}
