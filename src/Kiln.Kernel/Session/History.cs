using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>The cells of this session, for history requests and for error messages.</summary>
internal sealed class History
{
    private readonly Lock _lock = new();
    private readonly List<(int Number, string Code)> _cells = [];

    public void Add(int number, string code)
    {
        lock (_lock) _cells.Add((number, code));
    }

    /// <summary>A line of a cell, or null.</summary>
    /// <param name="cell">What errors call the cell.</param>
    /// <param name="line">Counted from 1.</param>
    public string? Line(string cell, int line)
    {
        lock (_lock)
        {
            var code = _cells.LastOrDefault(entry => CellName(entry.Number) == cell).Code;
            return code?.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(line - 1)?.Trim();
        }
    }

    public static string CellName(int number) => string.Create(CultureInfo.InvariantCulture, $"Cell [{number}]");

    /// <summary>Answers a history request: <c>tail</c>, <c>range</c> or <c>search</c>.</summary>
    public JsonObject Answer(Message request)
    {
        (int Number, string Code)[] all;
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
            ["history"] = new JsonArray([.. found.Select(cell => Entry(cell.Number, cell.Code, output))]),
        };
    }

    // Session 0 and negative numbers are the current session and those before it; no other session is kept.
    private static IEnumerable<(int Number, string Code)> Range((int Number, string Code)[] cells, Message request) =>
        request.Number("session", 0) == 0
            ? cells.Where(cell => cell.Number >= request.Number("start", 0) && cell.Number < request.Number("stop", int.MaxValue))
            : [];

    private static IEnumerable<(int Number, string Code)> Search((int Number, string Code)[] cells, Message request)
    {
        var glob = Regex.Escape(request.Text("pattern") ?? "*").Replace(@"\*", ".*").Replace(@"\?", ".");
        var found = cells.Where(cell => Regex.IsMatch(cell.Code, $"^{glob}$", RegexOptions.Singleline | RegexOptions.NonBacktracking));
        if (request.Flag("unique", false)) found = found.GroupBy(cell => cell.Code).Select(same => same.Last());
        return found.TakeLast(request.Number("n", int.MaxValue));
    }

    private static JsonNode Entry(int number, string code, bool output) =>
        new JsonArray(0, number, output ? new JsonArray(code, null) : code);
}
