using System.Text;

namespace Kiln.Runs;

/// <summary>The cells of a CSV file by RFC 4180, each row with the line it begins in.</summary>
internal static class CsvReader
{
    /// <exception cref="FormatException">A quote is never closed; the message names its line.</exception>
    public static IEnumerable<(int Line, List<string> Cells)> Read(string text)
    {
        var (at, line) = (text.StartsWith('\uFEFF') ? 1 : 0, 1);
        while (at < text.Length)
        {
            var begun = line;
            var cells = new List<string>();
            do cells.Add(Cell(text, ref at, ref line));
            while (at < text.Length && text[at++] == ',');
            // The comma or the first character of the line's end has been passed.
            if (at < text.Length && text[at - 1] == '\r' && text[at] == '\n') at++;
            line++;
            if (cells is not [""]) yield return (begun, cells);
        }
    }

    private static string Cell(string text, ref int at, ref int line)
    {
        if (at < text.Length && text[at] == '"') return Quoted(text, ref at, ref line);
        var start = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n')) at++;
        return text[start..at];
    }

    private static string Quoted(string text, ref int at, ref int line)
    {
        var (cell, begun) = (new StringBuilder(), line);
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[at++]);
            }
            else
            {
                at++;
                return cell.ToString();
            }
        }
        throw new FormatException(FormattableString.Invariant($"Line {begun} has a quote that is never closed"));
    }
}
