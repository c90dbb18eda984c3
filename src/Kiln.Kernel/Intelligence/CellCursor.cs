using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Where the cursor stands: on a magic's line, in a magic's body or in C# of the cell.</summary>
/// <param name="Code">C# to look at, null where there is none: the cell with everything blanked that the cursor's part cannot see, behind the scope of a body.</param>
/// <param name="Shift">Length of that scope: how far positions in the code lie behind positions in the cell.</param>
/// <param name="LineStart">Index of the cursor's line in the cell.</param>
/// <param name="Line">The cursor's line.</param>
internal sealed record CellCursor(string? Code, int Shift, int LineStart, string Line)
{
    /// <summary>The cursor's line, if it is a magic.</summary>
    public string? MagicLine => IsMagic(Line) ? Line : null;

    /// <summary>Finds the part that a cursor stands in.</summary>
    /// <param name="cell">The cell as typed.</param>
    /// <param name="position">Index into it.</param>
    /// <param name="magics">Knows which magics take a body.</param>
    public static CellCursor At(string cell, int position, CommandTable magics)
    {
        var lines = cell.Split('\n');
        var owners = Owners(cell, lines, magics);
        var current = cell.AsSpan(0, position).Count('\n');
        var lineStart = position == 0 ? 0 : cell.LastIndexOf('\n', position - 1) + 1;
        var owner = owners[current] is { } magic ? magics.Find(magic.Name) : null;
        if (IsMagic(lines[current]) || owner is { HasCode: false }) return new CellCursor(null, 0, lineStart, lines[current]);
        var visible = string.Join('\n', lines.Select((line, i) => owners[i] == owners[current] && !IsMagic(line) && !PackageLines.IsOne(line) ? line : new string(' ', line.Length)));
        var scope = owner?.ScopeOf(visible) ?? "";
        return new CellCursor(scope + visible, scope.Length, lineStart, lines[current]);
    }

    /// <summary>For each line the magic whose body it belongs to, or null.</summary>
    private static MagicPart?[] Owners(string cell, string[] lines, CommandTable magics)
    {
        var owners = new MagicPart?[lines.Length];
        foreach (var part in magics.Split(cell))
        {
            var owner = part is MagicPart magic && magics.Find(magic.Name) is { TakesBody: true } ? magic : null;
            if (part.FirstLine <= lines.Length) Array.Fill(owners, owner, part.FirstLine - 1, lines.Length - part.FirstLine + 1);
        }
        return owners;
    }

    private static bool IsMagic(string line) => line.AsSpan().TrimStart().StartsWith("#!");
}
