using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Kiln.Runs;

/// <summary>Short forms of the calls every table makes.</summary>
internal static class SqliteCalls
{
    /// <summary>A command with its parameters, named <c>$name</c> in the text.</summary>
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue("$" + name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>Runs statements; returns the number of rows changed.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Every row of a query, mapped.</summary>
    public static List<T> Rows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    /// <summary>An integer pragma's value.</summary>
    public static long Pragma(this SqliteConnection connection, string name)
    {
        using var command = connection.Command($"PRAGMA {name}");
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>A text column that may be null.</summary>
    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>An integer column that may be null.</summary>
    public static int? IntOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
