using System.Text;

namespace Kiln.Charts.Text;

/// <summary>Text in the cells of a terminal.</summary>
internal static class TextCells
{
    /// <summary>Cells a text takes: two for a Chinese, Japanese or Korean character or a pictograph, none for a combining mark.</summary>
    public static int Count(string text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
            cells += rune.Value is >= 0x0300 and < 0x0370 or 0x200d or >= 0xfe00 and < 0xfe10 ? 0 : IsWide(rune.Value) ? 2 : 1;
        return cells;
    }

    /// <summary>The text without line breaks and control characters, which could move a terminal's cursor, and without broken ones.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return line.ToString();
    }

    private static bool IsWide(int value) =>
        value is >= 0x1100 and < 0x1200 or >= 0x2e80 and < 0xd800 or >= 0xf900 and < 0xfb00 or >= 0xff00 and < 0xff61 or >= 0x1f000;
}
