using System.Globalization;

namespace Kiln.Kernel;

/// <summary>The way of an exception through the user's code, as lines: place, and the source that stands there.</summary>
/// <param name="lineOf">A line of a cell by the cell's name, or null.</param>
internal sealed class Traceback(Func<string, int, string?> lineOf)
{
    private const int MostLines = 24;

    /// <summary>The lines of an exception, from where it was thrown to the cell.</summary>
    public IReadOnlyList<string> Lines(Exception exception) => Lines(Repetition.Fold(Frame.Of(exception)));

    public IReadOnlyList<string> Lines(IReadOnlyList<Repetition> calls)
    {
        var lines = new List<string>();
        foreach (var stretch in Shortened(calls))
        {
            lines.AddRange(stretch.Calls.Select(Show));
            if (stretch.Times > 1) lines.Add(Again(stretch));
        }
        if (lines.Count <= MostLines) return lines;
        return [.. lines[..(MostLines / 2)], Omitted(lines.Count - MostLines), .. lines[^(MostLines / 2)..]];
    }

    // Of a library's own calls the first says what failed and the last what the cell had asked for.
    private static IEnumerable<Repetition> Shortened(IReadOnlyList<Repetition> calls)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            var inside = IsLibrary(calls[i]) && i > 0 && IsLibrary(calls[i - 1]) && i + 1 < calls.Count && IsLibrary(calls[i + 1]);
            if (!inside) yield return calls[i];
        }
    }

    private static bool IsLibrary(Repetition stretch) => !stretch.Calls.Any(frame => frame.IsOfCell);

    private static string Again(Repetition stretch) => string.Create(
        CultureInfo.InvariantCulture, $"   … {(stretch.Calls.Count == 1 ? "this call" : $"these {stretch.Calls.Count} calls")} {stretch.Times - 1:N0} more times");

    private static string Omitted(int count) => string.Create(CultureInfo.InvariantCulture, $"   … {count:N0} more calls");

    private string Show(Frame frame)
    {
        if (!frame.IsOfCell) return $"   at {MethodNames.Simple(frame.Method)}";
        var method = MethodNames.OfCell(frame.Method);
        if (CellSymbols.PlaceOf(frame.Method, frame.Offset) is not var (document, line)) return $"   at {(method.Length == 0 ? "the cell" : method)}";
        var place = string.Create(CultureInfo.InvariantCulture, $"   at {(method.Length == 0 ? "" : method + " in ")}{document} line {line}");
        return (lineOf(document, line) ?? LineOfFile(document, line)) is { Length: > 0 } source ? $"{place}:  {source}" : place;
    }

    private static string? LineOfFile(string path, int line)
    {
        try
        {
            return File.Exists(path) ? File.ReadLines(path).ElementAtOrDefault(line - 1)?.Trim() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
