using System.Text;

namespace Kiln.Charts.Text;

/// <summary>Columns of text aligned for a terminal: the first to the left, the others as asked.</summary>
internal sealed class TextTable(params bool[] right)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(TextCells.OneLine)]);

    /// <summary>Appends each row as a line of its own, without blanks at the end; columns that are empty throughout are left out.</summary>
    public void Write(StringBuilder text)
    {
        var widths = Enumerable.Range(0, right.Length)
            .Select(c => _rows.Select(row => TextCells.Count(row[c])).DefaultIfEmpty().Max()).ToArray();
        foreach (var row in _rows)
        {
            var line = new StringBuilder();
            for (var c = 0; c < right.Length; c++)
            {
                if (widths[c] == 0) continue;
                if (line.Length > 0) line.Append("  ");
                var blanks = new string(' ', widths[c] - TextCells.Count(row[c]));
                line.Append(right[c] ? blanks + row[c] : row[c] + blanks);
            }
            text.Append('\n').Append(line.ToString().TrimEnd());
        }
    }
}
