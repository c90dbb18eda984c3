using System.Globalization;

namespace Kiln;

/// <summary>Sizes of memory as people type them: <c>2GB</c>, <c>500MB</c>, <c>1.5 gib</c>, or bytes.</summary>
public static class ByteCount
{
    // GB as the makers of memory mean it.
    private static readonly (string Unit, long Bytes)[] Units = [("GiB", 1L << 30), ("GB", 1L << 30), ("G", 1L << 30), ("MiB", 1L << 20), ("MB", 1L << 20), ("M", 1L << 20), ("KB", 1L << 10), ("B", 1)];

    /// <summary>Reads a size.</summary>
    /// <param name="text">The size as typed.</param>
    /// <returns>Bytes; null where it is none, or not above 0.</returns>
    public static long? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var (unit, factor) = Units.FirstOrDefault(one => trimmed.EndsWith(one.Unit, StringComparison.OrdinalIgnoreCase));
        var number = unit is null ? trimmed : trimmed[..^unit.Length];
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value <= 0 || value > long.MaxValue / 2.0) return null;
        var bytes = value * (unit is null ? 1 : factor);
        return bytes is >= 1 and < long.MaxValue ? (long)bytes : null;
    }

    /// <summary>Writes a size.</summary>
    /// <param name="bytes">Bytes.</param>
    /// <returns>For example <c>2 GB</c>.</returns>
    public static string Text(long bytes) => bytes >= 1L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.##} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 20):0.##} MB");
}
