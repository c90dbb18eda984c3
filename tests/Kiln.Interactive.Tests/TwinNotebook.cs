using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kiln.Interactive.Tests.Packages;

namespace Kiln.Interactive.Tests;

/// <summary>Runs a notebook's cells in Kiln's own kernel and reads the plain twins of what they showed.</summary>
internal static partial class TwinNotebook
{
    /// <summary>The program of this build.</summary>
    public static string Kiln { get; } = Path.Combine(AppContext.BaseDirectory.Replace("Kiln.Interactive.Tests", "Kiln.Kernel", StringComparison.Ordinal), "kiln");

    /// <summary>The plain text of each cell's outputs.</summary>
    public static async Task<IReadOnlyList<string>> InKernelAsync(string folder, IReadOnlyList<string> cells)
    {
        Directory.CreateDirectory(folder);
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select(cell => new JsonObject { ["cell_type"] = "code", ["source"] = cell, ["metadata"] = new JsonObject(), ["outputs"] = new JsonArray(), ["execution_count"] = null })]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        await File.WriteAllTextAsync(Path.Combine(folder, "notebook.ipynb"), notebook.ToJsonString());
        var environment = new Dictionary<string, string> { ["KILN_HOME"] = Path.Combine(folder, "store"), ["OMP_NUM_THREADS"] = "1" };
        await Programs.RunAsync(folder, environment, Kiln, "run", "notebook.ipynb", "--output", "done.ipynb", "--quiet");
        var done = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "done.ipynb")))!;
        return [.. done["cells"]!.AsArray().Select(cell => string.Join('\n', cell!["outputs"]!.AsArray().Select(output => Text(output?["data"]?["text/plain"]))))];
    }

    /// <summary>A text without what differs between two runs of the same thing: ids, times and speeds.</summary>
    public static string Comparable(string text) => Blanks().Replace(Varying().Replace(BeforeCosts(text), "_"), " ");

    // Below this heading stands what was measured with a clock, and what follows from it.
    private static string BeforeCosts(string text) => text.Split("best for its cost")[0];

    private static string Text(JsonNode? lines) => lines is JsonArray many ? string.Concat(many.Select(line => (string?)line)) : (string?)lines ?? "";

    [GeneratedRegex(@"\b0[0-9a-z]{7}\b|\b[\d.,]+ ?(ms|s|min|h)\b|[\d.,]+k? examples/s|examples per second +[\d.]+|\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?|\b\d\d:\d\d(:\d\d)?\b")]
    private static partial Regex Varying();

    [GeneratedRegex(@"[ _─-]{2,}")]
    private static partial Regex Blanks();
}
