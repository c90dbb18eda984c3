using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>The cells of this session, for history requests and for error messages.</summary>
internal sealed class History
{
    // Enough to recognise a result by; whole tables would keep the notebook twice.
    private const int MostOutput = 10_000;
    private const int LongestLine = 200;

    private readonly Lock _lock = new();
    private readonly List<Entry> _cells = [];

    public void Add(int number, string code)
    {
        lock (_lock) _cells.Add(new Entry(number, code, null));
    }

    /// <summary>Remembers what the newest cell evaluated to.</summary>
    public void AddResult(int number, string text)
    {
        lock (_lock)
            if (_cells is [.., var last] && last.Number == number) _cells[^1] = last with { Output = text.Length <= MostOutput ? text : text[..MostOutput] };
    }

    /// <summary>A line of a cell, a long one cut, or null.</summary>
    /// <param name="cell">What errors call the cell.</param>
    /// <param name="line">Counted from 1.</param>
    public string? Line(string cell, int line)
    {
        var text = Source(cell)?.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(line - 1)?.Trim();
        return text?.Length > LongestLine ? text[..LongestLine] + "…" : text;
    }

    /// <summary>The code of a cell, or null.</summary>
    /// <param name="cell">What errors call the cell.</param>
    public string? Source(string cell)
    {
        lock (_lock) return _cells.LastOrDefault(entry => CellName(entry.Number) == cell)?.Code;
    }

    public static string CellName(int number) => string.Create(CultureInfo.InvariantCulture, $"Cell [{number}]");

    /// <summary>Answers a history request: <c>tail</c>, <c>range</c> or <c>search</c>.</summary>
    public JsonObject Answer(Message request)
    {
        Entry[] all;
        lock (_lock) all = [.. _cells];
        var found = request.Text("hist_access_type") switch
        {
            "tail" => all.TakeLast(request.Number("n", 10)),
            "range" => Range(all, request),
            "search" => Search(all, request),
            _ => [],
        };
        var output = request.Flag("output", false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(cell => cell.ToJson(output))]),
        };
    }

    // Session 0 is the current one; negative numbers are sessions before it, of which none is kept.
    private static IEnumerable<Entry> Range(Entry[] cells, Message request)
    {
        if (request.Number("session", 0) != 0) return [];
        var (start, stop) = (FromEnd(request.Number("start", 0), cells), FromEnd(request.Number("stop", int.MaxValue), cells));
        return cells.Where(cell => cell.Number >= start && cell.Number < stop);
    }

    // As in Python's slices: -1 is the newest cell.
    private static int FromEnd(int number, Entry[] cells) => number < 0 && cells is [.., var last] ? last.Number + 1 + number : number;

    private static IEnumerable<Entry> Search(Entry[] cells, Message request)
    {
        var glob = Regex.Escape(request.Text("pattern") ?? "*").Replace(@"\*", ".*").Replace(@"\?", ".");
        var pattern = new Regex($"^{glob}$", RegexOptions.Singleline | RegexOptions.NonBacktracking);
        var found = cells.Where(cell => pattern.IsMatch(cell.Code));
        // The newest of equal cells stays, in its place.
        if (request.Flag("unique", false)) found = found.Reverse().DistinctBy(cell => cell.Code).Reverse();
        return found.TakeLast(request.Number("n", int.MaxValue));
    }

    private sealed record Entry(int Number, string Code, string? Output)
    {
        public JsonNode ToJson(bool output) => new JsonArray(0, Number, output ? new JsonArray(Code, Output) : Code);
    }
}
