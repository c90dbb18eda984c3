using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Where the cursor stands: on a magic's line, in a magic's body or in C# of the cell.</summary>
/// <param name="Code">C# to look at: the cell with everything blanked that the cursor's part cannot see, behind the scope of a body.</param>
/// <param name="Shift">Length of that scope: how far positions in the code lie behind positions in the cell.</param>
/// <param name="LineStart">Index of the cursor's line in the cell.</param>
/// <param name="MagicLine">The cursor's line, if it is a magic.</param>
internal sealed record CellCursor(string Code, int Shift, int LineStart, string? MagicLine)
{
    /// <summary>Finds the part that a cursor stands in.</summary>
    /// <param name="cell">The cell as typed.</param>
    /// <param name="position">Index into it.</param>
    /// <param name="magics">Knows which magics take a body.</param>
    public static CellCursor At(string cell, int position, CommandTable magics)
    {
        var lines = cell.Split('\n');
        var owners = Owners(lines, magics);
        var current = cell.AsSpan(0, position).Count('\n');
        var lineStart = position == 0 ? 0 : cell.LastIndexOf('\n', position - 1) + 1;
        if (IsMagic(lines[current])) return new CellCursor("", 0, lineStart, lines[current]);
        var visible = lines.Select((line, i) => owners[i] == owners[current] && !IsMagic(line) && !PackageLines.IsOne(line) ? line : new string(' ', line.Length)).ToList();
        var scope = owners[current] is { } magic ? magic.ScopeOf(string.Join('\n', visible)) : "";
        return new CellCursor(scope + string.Join('\n', visible), scope.Length, lineStart, null);
    }

    /// <summary>For each line the magic whose body it belongs to, or null.</summary>
    private static Command?[] Owners(string[] lines, CommandTable magics)
    {
        var owners = new Command?[lines.Length];
        Command? open = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsMagic(lines[i])) open = magics.Find(lines[i].Trim().Split([' ', '\t'], 2)[0]) is { TakesBody: true } command ? command : null;
            owners[i] = open;
        }
        return owners;
    }

    private static bool IsMagic(string line) => line.AsSpan().TrimStart().StartsWith("#!");
}
