using System.Text;

namespace Kiln.Charts.Svg;

/// <summary>How wide a text gets, without a font at hand: the advance widths of DejaVu Sans, the widest of the usual fonts.</summary>
internal static class TextMetrics
{
    /// <summary>Hundredths of the font size for the characters from space to tilde.</summary>
    private static readonly byte[] Widths =
    [
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53,
        100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50,
        50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
    ];

    public static double Width(ReadOnlySpan<char> text, double size, bool bold = false)
    {
        var hundredths = 0;
        foreach (var rune in text.EnumerateRunes()) hundredths += Width(rune);
        return hundredths * size * (bold ? .0112 : .01);
    }

    /// <summary>The text, cut with an ellipsis if it is wider than the room.</summary>
    public static string Fit(string text, double room, double size, bool bold = false)
    {
        if (Width(text, size, bold) <= room) return text;
        room -= Width("…", size, bold);
        var (kept, used) = (0, 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += Width(rune) * size * (bold ? .0112 : .01);
            if (used > room) break;
            kept += rune.Utf16SequenceLength;
        }
        return string.Concat(text.AsSpan(0, Math.Min(kept, text.Length)), "…");
    }

    private static int Width(Rune rune) => rune.Value switch
    {
        >= ' ' and <= '~' => Widths[rune.Value - ' '],
        0x2026 => 100,
        // Chinese, Japanese, Korean and pictographs fill a square.
        >= 0x1100 and < 0x1200 or >= 0x2e80 and < 0xd800 or >= 0xf900 and < 0xfb00 or >= 0xff00 and < 0xff61 or >= 0x1f000 => 100,
        _ => 65,
    };
}
