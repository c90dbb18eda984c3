using System.Globalization;

namespace Kiln.Notebooks;

/// <summary>Numbers as the tables and messages show them, the same in every culture.</summary>
internal static class Numbers
{
    /// <summary>A loss, rate or fraction with four digits that count: 0.8912, 1.3e-05.</summary>
    public static string Short(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "-∞";
        var size = Math.Abs(value);
        if (size == 0) return "0";
        if (size is < 1e-3 or >= 1e6) return value.ToString("0.###e0", CultureInfo.InvariantCulture);
        return value.ToString(size >= 100 ? "0.#" : size >= 10 ? "0.##" : "0.####", CultureInfo.InvariantCulture);
    }

    /// <summary>The text of a parameter, with four digits that count where it is a longer number.</summary>
    public static string Shorter(string value) =>
        value.Length > 6 && double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? Short(number) : value;

    /// <summary>A metric in a column of its like: always four places.</summary>
    public static string Metric(double value) =>
        double.IsFinite(value) && Math.Abs(value) < 1e4 ? value.ToString("0.0000", CultureInfo.InvariantCulture) : Short(value);

    /// <summary>A difference, with its sign.</summary>
    public static string Signed(double value) => (value > 0 ? "+" : value < 0 ? "−" : "") + Metric(Math.Abs(value));

    /// <summary>A count with groups: 60,000.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage for reading: 12.5 %.</summary>
    public static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A count with its noun: 1 epoch, 5 epochs.</summary>
    public static string Of(long count, string noun, string? plural = null) =>
        $"{Count(count)} {(count == 1 ? noun : plural ?? noun + "s")}";
}
