using Microsoft.Data.Sqlite;

namespace Kiln.Runs;

/// <summary>Long texts that many rows share, kept once and read once.</summary>
internal sealed class TextTable
{
    private readonly Dictionary<long, string> _read = [];

    /// <summary>The key of a text; it is added when it is new. Call inside a transaction.</summary>
    public static long KeyOf(SqliteConnection connection, string text)
    {
        connection.Run("INSERT OR IGNORE INTO texts (text) VALUES ($text)", ("text", text));
        return connection.Rows("SELECT key FROM texts WHERE text = $text", reader => reader.GetInt64(0), ("text", text))[0];
    }

    /// <summary>The text of a key. Texts never change, so one reading is enough.</summary>
    public string this[SqliteConnection connection, long key]
    {
        get
        {
            if (!_read.TryGetValue(key, out var text))
                _read[key] = text = connection.Rows("SELECT text FROM texts WHERE key = $key", reader => reader.GetString(0), ("key", key))[0];
            return text;
        }
    }
}
