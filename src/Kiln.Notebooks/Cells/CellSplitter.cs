using System.Text;

namespace Kiln.Notebooks;

/// <summary>Cuts a cell into C# and magics.</summary>
internal static class CellSplitter
{
    /// <summary>Splits a cell at the lines that start with <c>#!</c>.</summary>
    /// <param name="cell">The cell as typed.</param>
    /// <param name="takesBody">Whether the magic of that name takes the lines below it.</param>
    public static IReadOnlyList<CellPart> Split(string cell, Func<string, bool> takesBody)
    {
        var parts = new List<CellPart>();
        var text = new StringBuilder();
        MagicPart? open = null;
        var first = 1;
        var lines = cell.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsMagic(lines[i])) { text.Append(lines[i]).Append('\n'); continue; }
            Close(i + 1);
            open = new MagicPart(lines[i].Trim(), "", i + 1);
            if (!takesBody(open.Name)) { parts.Add(open); open = null; }
            first = i + 2;
        }
        Close(lines.Length + 1);
        return parts;

        void Close(int next)
        {
            var body = text.ToString().TrimEnd('\n');
            if (open is not null) parts.Add(open with { Body = body });
            else if (next > first && !string.IsNullOrWhiteSpace(body)) parts.Add(new CodePart(body, first));
            open = null;
            text.Clear();
        }
    }

    private static bool IsMagic(string line) => line.AsSpan().TrimStart().StartsWith("#!");
}
