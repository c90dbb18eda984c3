using System.Globalization;

namespace Kiln.Runs;

/// <summary>Times as text of one width in UTC, so that sorting the text sorts the times.</summary>
internal static class Timestamps
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static string? WriteOrNull(DateTimeOffset? time) => time is { } known ? Write(known) : null;

    public static DateTimeOffset? ReadOrNull(string? text) => text is null ? null : Read(text);
}
