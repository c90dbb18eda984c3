using System.Globalization;

namespace Kiln.Notebooks;

/// <summary>Lengths of time as typed and as shown.</summary>
internal static class Durations
{
    /// <summary>A length in its two largest units: 0.4 s, 12 s, 3 min 20 s, 2 h 5 min.</summary>
    public static string Short(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
        { TotalSeconds: < 60 } => Whole(time.TotalSeconds) + " s",
        { TotalMinutes: < 60 } => Join(time.Minutes, "min", time.Seconds, "s"),
        { TotalHours: < 48 } => Join((int)time.TotalHours, "h", time.Minutes, "min"),
        _ => Join(time.Days, "d", time.Hours, "h"),
    };

    /// <summary>Reads <c>90s</c>, <c>5m</c>, <c>1.5h</c>, <c>2d</c>, a bare number of seconds or <c>hh:mm:ss</c>.</summary>
    public static bool TryParse(string text, out TimeSpan time)
    {
        if (text.Contains(':')) return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
        var letters = text.TrimStart("0123456789.+-eE".ToCharArray()).Trim();
        double? seconds = letters switch { "" or "s" => 1, "m" or "min" => 60, "h" => 3600, "d" => 86400, "ms" => 0.001, _ => null };
        time = default;
        var number = text[..(text.Length - letters.Length)];
        if (seconds is null || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var count)) return false;
        if (!double.IsFinite(count) || count < 0 || count * seconds > TimeSpan.MaxValue.TotalSeconds / 2) return false;
        time = TimeSpan.FromSeconds(count * seconds.Value);
        return true;
    }

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Join(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? $"{large} {largeUnit}" : $"{large} {largeUnit} {small} {smallUnit}";
}
