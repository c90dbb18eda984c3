using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>A cell's failure as the protocol's error content.</summary>
/// <param name="Name">The <c>ename</c>.</param>
/// <param name="Message">The <c>evalue</c>.</param>
/// <param name="Traceback">Lines with ANSI colours.</param>
internal sealed record CellFailure(string Name, string Message, IReadOnlyList<string> Traceback)
{
    // The one colour that can be read on white and on black.
    private const string Red = "\u001b[31m", Plain = "\u001b[0m";

    /// <summary>The first line of a failure.</summary>
    public static string Headline(string name, string message) => message.Length == 0 ? InRed(name) : $"{InRed(name)}: {message}";

    public static string InRed(string text) => $"{Red}{text}{Plain}";

    public JsonObject ToJson() => new()
    {
        ["ename"] = Name,
        ["evalue"] = Message,
        ["traceback"] = new JsonArray([.. Traceback.Select(line => (JsonNode)line)]),
    };
}
