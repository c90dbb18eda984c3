using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Short ids that sort by time and are never given twice by one store.</summary>
internal static class RunIds
{
    private const int Length = 8;

    // Crockford's base 32: no letters that look like digits. https://www.crockford.com/base32.html
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a text can be an id: it becomes the name of a folder.</summary>
    public static bool IsOne(string id) => id.Length > 0 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>The next id: milliseconds since 2026 (8 digits last until 2060), or one more than the last when that was later.</summary>
    public static string Next(DbConnection connection, DateTimeOffset now)
    {
        var milliseconds = Math.Max(0, (long)(now - Epoch).TotalMilliseconds);
        var value = connection.Rows(
            "UPDATE last_id SET value = CASE WHEN value < @now THEN @now ELSE value + 1 END RETURNING value", reader => reader.GetInt64(0), ("now", milliseconds))[0];
        return Text(value);
    }

    private static string Text(long value) => string.Create(Length, value, static (text, rest) =>
    {
        for (var i = Length - 1; i >= 0; i--, rest >>= 5)
            text[i] = Digits[(int)(rest & 31)];
    });
}
