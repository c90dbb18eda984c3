using System.Text;

namespace Kiln.Kernel;

/// <summary>Text that stays on its line: breaks become signs, control characters lose their power over a terminal.</summary>
internal static class OneLine
{
    /// <summary>The text without characters that move the cursor.</summary>
    public static string Of(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\0', '\u001f');
        if (first < 0 && !text.AsSpan().ContainsAnyInRange('\u007f', '\u009f')) return text;
        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            line.Append(text[i] switch { '\n' or '\r' => '↵', '\t' => ' ', _ when char.IsControl(text[i]) => '·', _ => text[i] });
        }
        return line.ToString();
    }
}
