using System.Globalization;

namespace Kiln;

/// <summary>Sizes of files and of memory in words, read and written by one rule: kB, MB and GB are thousands, KiB, MiB and GiB powers of 1,024.</summary>
/// <remarks>The rule of the International System of Units and of IEC 80000-13. A lone K, M or G counts in 1,024, as it does for GNU's programs and Slurm.</remarks>
public static class ByteCount
{
    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000),
        ("G", 1L << 30), ("M", 1L << 20), ("K", 1L << 10), ("B", 1),
    ];

    private static readonly string[] Written = ["kB", "MB", "GB", "TB"];

    /// <summary>Reads a size.</summary>
    /// <param name="text">The size as typed: <c>2GB</c>, <c>500 MB</c>, <c>1.5 gib</c>, or bytes.</param>
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

    /// <summary>Writes a size with one decimal place at most.</summary>
    /// <param name="bytes">Bytes.</param>
    /// <returns>For example <c>812 bytes</c>, <c>44.3 kB</c>, <c>12 MB</c>, <c>2 GB</c>.</returns>
    public static string Text(long bytes)
    {
        if (bytes < 1000) return string.Create(CultureInfo.InvariantCulture, $"{bytes} {(bytes == 1 ? "byte" : "bytes")}");
        var (value, unit) = (Math.Round(bytes / 1e3, 1), 0);
        // 999,960 bytes are 1 MB, not 1000 kB.
        while (value >= 1000 && unit < Written.Length - 1) (value, unit) = (Math.Round(bytes / Math.Pow(1e3, unit + 2), 1), unit + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {Written[unit]}");
    }
}
