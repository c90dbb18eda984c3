using System.Globalization;

namespace Kiln.Training;

/// <summary>Reads the text of one cell: as missing, as a number, as a date.</summary>
internal static class CellText
{
    // What spreadsheets, R, pandas and the UCI archive write where nothing is known. "None" is not among them: it is a fine category.
    private static readonly HashSet<string> MissingMarks = new(StringComparer.OrdinalIgnoreCase)
        { "", "NA", "N/A", "#N/A", "<NA>", "NaN", "null", "?" };

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "d.M.yyyy", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "d.M.yyyy HH:mm",
    ];

    public static bool IsMissing(string text) => MissingMarks.Contains(text);

    /// <summary>A finite number that float32 can hold. Files whose separator is no comma may use a comma as decimal point.</summary>
    public static bool TryNumber(string text, bool decimalComma, out float number)
    {
        bool read = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || (decimalComma && double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out value));
        number = (float)value;
        return read && float.IsFinite(number);
    }

    /// <summary>Days since 1970-01-01 of a date whose form leaves no doubt.</summary>
    public static bool TryDate(string text, out float days)
    {
        bool read = DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime date);
        days = read ? (float)(date - DateTime.UnixEpoch).TotalDays : 0;
        return read;
    }
}
