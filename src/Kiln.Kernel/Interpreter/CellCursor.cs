using System.Text;

namespace Kiln.Kernel;

/// <summary>Where the cursor stands: on a magic's line or in C#.</summary>
/// <param name="Code">The cell with everything blanked that is not C#; no character moves.</param>
/// <param name="Position">Index into the cell.</param>
/// <param name="LineStart">Index of the cursor's line.</param>
/// <param name="MagicLine">The cursor's line, if it is a magic.</param>
internal sealed record CellCursor(string Code, int Position, int LineStart, string? MagicLine)
{
    public static CellCursor At(string cell, int position)
    {
        var code = new StringBuilder();
        var start = 0;
        string? magicLine = null;
        var lineStart = position == 0 ? 0 : cell.LastIndexOf('\n', position - 1) + 1;
        foreach (var line in cell.Split('\n'))
        {
            var isMagic = line.AsSpan().TrimStart().StartsWith("#!");
            if (isMagic && start == lineStart) magicLine = line;
            var hidden = isMagic || Directives.IsPackageLine(line);
            if (start > 0) code.Append('\n');
            code.Append(hidden ? new string(' ', line.Length) : line);
            start += line.Length + 1;
        }
        return new CellCursor(code.ToString(), position, lineStart, magicLine);
    }
}
