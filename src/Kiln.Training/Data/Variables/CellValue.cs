using System.Globalization;

namespace Kiln.Training;

/// <summary>Writes a value as a file of tables would.</summary>
internal static class CellValue
{
    /// <summary>The text of a number, text, date, flag or enum value; null for anything else.</summary>
    public static string? TextOf(object value) => value switch
    {
        string text => text.Trim(),
        bool flag => flag ? "true" : "false",
        DateTime date => date.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => time.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        char or Guid or Enum => value.ToString(),
        IConvertible and IFormattable => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        Half or Int128 or UInt128 => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
