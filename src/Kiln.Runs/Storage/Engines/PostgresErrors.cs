using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Kiln.Runs;

/// <summary>What PostgreSQL's errors mean for the owner of a store, and what to do.</summary>
internal static class PostgresErrors
{
    private const string Elsewhere = "or unset KILN_STORE to keep runs in the file .kiln/runs.db.";

    public static RunStoreException Describe(string location, DbException error) => error switch
    {
        PostgresException refused => Refused(location, refused),
        { InnerException: SocketException or TimeoutException or IOException } => new(
            location, "cannot be reached", $"Start the server and check host and port (the system says: {error.InnerException.Message}), {Elsewhere}", error),
        _ => new(location, $"failed ({error.Message.TrimEnd('.')})", $"Check that the server runs, {Elsewhere}", error),
    };

    /// <summary>A value is not what a store holds.</summary>
    public static RunStoreException Unreadable(string location, Exception error) => new(
        location, $"has a row that cannot be read ({error.Message.TrimEnd('.')})", $"It was left as it is. Restore the database from its backup, {Elsewhere}", error);

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static RunStoreException Refused(string location, PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidCatalogName => new(
            location, "does not exist", $"Make it with: createdb {error.MessageText.Split('"').ElementAtOrDefault(1)}", error),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(
            location, "refuses the user or password", $"Check both in KILN_STORE, {Elsewhere}", error),
        PostgresErrorCodes.InsufficientPrivilege => new(
            location, $"cannot be used: {error.MessageText}", "Grant the user the right to create and change tables in this database.", error),
        PostgresErrorCodes.DuplicateTable => new(
            location, "holds tables of another program", "Give Kiln a database of its own: createdb kiln", error),
        PostgresErrorCodes.LockNotAvailable => new(
            location, "stayed locked by another program for more than 20 seconds", "End the program that holds it, or wait, and try again.", error),
        PostgresErrorCodes.DiskFull => new(location, "cannot be written: the server's disk is full", "Free some space; what was recorded before is kept.", error),
        PostgresErrorCodes.ReadOnlySqlTransaction => new(location, "cannot be written: the server takes no changes", $"Connect to the primary server, {Elsewhere}", error),
        PostgresErrorCodes.TooManyConnections => new(location, "has no connection left", "Wait, or raise max_connections of the server.", error),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => new(
            location, "is starting or shutting down", "Wait, and start the server if it does not come back.", error),
        _ => new(location, $"failed with PostgreSQL error {error.SqlState}", $"PostgreSQL says: {error.MessageText}", error),
    };
}
