using System.Globalization;
using Npgsql;

namespace Kiln.Runs;

/// <summary>The address of a PostgreSQL database as libpq writes it, which Npgsql does not read.</summary>
/// <remarks>https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS</remarks>
internal static class PostgresAddress
{
    private const string Example = "postgresql://user:password@host:5432/database";

    /// <summary>Whether a text names such a database.</summary>
    public static bool IsOne(string text) =>
        text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address as Npgsql's settings.</summary>
    /// <exception cref="RunStoreException">It cannot be read.</exception>
    public static NpgsqlConnectionStringBuilder Read(string address)
    {
        if (!IsOne(address) || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
            throw Wrong("is not the address of a database");
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host.Length > 0 ? Uri.UnescapeDataString(uri.Host) : "localhost" };
        if (uri.Port > 0)
            settings.Port = uri.Port;
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            settings.Username = Uri.UnescapeDataString(user[0]);
        if (user is [_, var password])
            settings.Password = Uri.UnescapeDataString(password);
        if (uri.AbsolutePath.Trim('/') is { Length: > 0 } database)
            settings.Database = Uri.UnescapeDataString(database);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Set(settings, pair.Split('=', 2));
        return settings;
    }

    /// <summary>The address for messages, without the password.</summary>
    public static string Shown(NpgsqlConnectionStringBuilder settings) =>
        string.Create(CultureInfo.InvariantCulture, $"postgresql://{(settings.Username is { } user ? user + "@" : "")}{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}");

    private static void Set(NpgsqlConnectionStringBuilder settings, string[] pair)
    {
        try
        {
            settings[Uri.UnescapeDataString(pair[0])] = pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "";
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw Wrong($"has a setting '{pair[0]}' that cannot be read", error);
        }
    }

    // The address may hold a password, so it is not repeated.
    private static RunStoreException Wrong(string problem, Exception? inner = null) =>
        new("KILN_STORE", problem, $"Expected for example {Example}; without KILN_STORE runs are kept in the file .kiln/runs.db.", inner);
}
