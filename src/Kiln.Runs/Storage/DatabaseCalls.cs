using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Kiln.Runs;

/// <summary>Short forms of the calls every table makes.</summary>
internal static class DatabaseCalls
{
    /// <summary>A command with its parameters, named <c>@name</c> in the text. NaN, which SQLite has not, is NULL.</summary>
    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            if (value is double)
                parameter.DbType = DbType.Double;
            parameter.Value = value switch
            {
                null or double.NaN => DBNull.Value,
                bool flag => flag ? 1L : 0L,
                _ => value,
            };
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <summary>Runs statements; returns the number of rows changed.</summary>
    public static int Run(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Every row of a query, mapped.</summary>
    public static List<T> Rows<T>(this DbConnection connection, string sql, Func<DbDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    /// <summary>The one number that a query gives.</summary>
    public static long Number(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Command(sql, values);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>A text column that may be null.</summary>
    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>An integer column that may be null.</summary>
    public static int? IntOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
