using Microsoft.Data.Sqlite;

namespace Kiln.Runs;

/// <summary>What SQLite's errors mean for the owner of a store, and what to do.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static RunStoreException Describe(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        NotADatabase or Corrupt => Unreadable(path, error),
        ReadOnly or CannotOpen => new(
            path,
            $"cannot be {(error.SqliteErrorCode == ReadOnly ? "written" : "opened")}",
            "Make the file and its folder writable, or set KILN_HOME to a folder that is.",
            error),
        Full => new(path, "cannot be written: the disk is full", "Free some space; what was recorded before is kept.", error),
        InputOutput => new(
            path,
            "cannot be read or written: the file system reports an error",
            "Check that the disk has space and that the folder is still there; what was recorded before is kept.",
            error),
        Busy or Locked => new(
            path,
            "stayed locked by another process for more than 20 seconds",
            "End the program that holds it, or wait, and try again.",
            error),
        _ => new(path, $"failed with SQLite error {error.SqliteErrorCode}", $"SQLite says: {error.Message}", error),
    };

    /// <summary>The content is not what a store holds.</summary>
    public static RunStoreException Unreadable(string path, Exception error) => new(
        path,
        "is damaged or not a run store",
        $"It was left as it is. Move it away to begin a new store; 'sqlite3 {Path.GetFileName(path)} .recover' may save its rows.",
        error);
}
