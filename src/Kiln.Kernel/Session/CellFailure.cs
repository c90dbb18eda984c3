using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>A cell's failure as the protocol's error content.</summary>
/// <param name="Name">The <c>ename</c>.</param>
/// <param name="Message">The <c>evalue</c>.</param>
/// <param name="Traceback">Lines with ANSI colours.</param>
internal sealed record CellFailure(string Name, string Message, IReadOnlyList<string> Traceback)
{
    public JsonObject ToJson() => new()
    {
        ["ename"] = Name,
        ["evalue"] = Message,
        ["traceback"] = new JsonArray([.. Traceback.Select(line => (JsonNode)line)]),
    };
}
