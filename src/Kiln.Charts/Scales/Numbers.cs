using System.Globalization;

namespace Kiln.Charts.Scales;

/// <summary>Numbers as people read them, always in the invariant culture.</summary>
internal static class Numbers
{
    /// <summary>About four significant digits: <c>0.3412</c>, <c>12.34</c>, <c>1234</c>, <c>1.2e-5</c>; a dash for a value that is not finite.</summary>
    public static string Short(double value)
    {
        var size = Math.Abs(value);
        if (double.IsNaN(value)) return "–";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "-∞";
        return size switch
        {
            0 => "0",
            >= 1e6 or < 1e-3 => value.ToString("0.###e0", CultureInfo.InvariantCulture),
            >= 1000 => value.ToString("0.#", CultureInfo.InvariantCulture),
            >= 100 => value.ToString("0.##", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("0.###", CultureInfo.InvariantCulture),
            _ => value.ToString("0.####", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A format that writes all values of a column with the same decimals, fine enough to tell a hundredth of the spread.</summary>
    public static string ColumnFormat(double spread, double size)
    {
        if (!(size is >= 1e-4 and < 1e6)) return size == 0 ? "0" : "0.000e0";
        var decimals = spread > 0 ? (int)Math.Clamp(2 - Math.Floor(Math.Log10(spread) + 1e-9), 0, 6) : 4;
        return "F" + Math.Min(decimals, 6).ToString(CultureInfo.InvariantCulture);
    }

    public static string Write(double value, string format) =>
        double.IsFinite(value) && format != "" ? value.ToString(format, CultureInfo.InvariantCulture) : Short(value);
}
