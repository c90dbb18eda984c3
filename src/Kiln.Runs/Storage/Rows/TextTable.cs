using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Long texts that many rows share, kept once and read once.</summary>
internal sealed class TextTable
{
    private readonly Dictionary<long, string> _read = [];

    /// <summary>The key of a text; it is added when it is new. Call inside a transaction.</summary>
    public static long KeyOf(DbConnection connection, string text)
    {
        // The conflict's own row is not returned, so it is looked for first: most texts are there.
        if (Find(connection, text) is [var there])
            return there;
        connection.Run("INSERT INTO texts (text) VALUES (@text) ON CONFLICT DO NOTHING", ("text", text));
        return Find(connection, text)[0];
    }

    /// <summary>The text of a key. Texts never change, so one reading is enough.</summary>
    public string this[DbConnection connection, long key]
    {
        get
        {
            if (!_read.TryGetValue(key, out var text))
                _read[key] = text = connection.Rows("SELECT text FROM texts WHERE key = @key", reader => reader.GetString(0), ("key", key))[0];
            return text;
        }
    }

    // One database looks the text up in an index of texts, the other in one of their MD5.
    private static List<long> Find(DbConnection connection, string text) => connection.Rows(
        "SELECT key FROM texts WHERE text = @text AND md5(text) = md5(@text)", reader => reader.GetInt64(0), ("text", text));
}
