using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>What a cell sends over a comm.</summary>
/// <param name="Data">Anything that can be written as JSON.</param>
/// <param name="Metadata">The message's metadata, or null.</param>
/// <param name="Buffers">Binary parts.</param>
internal sealed record CommPayload(object? Data, object? Metadata, IReadOnlyList<byte[]> Buffers)
{
    public JsonNode DataJson => Json(Data) ?? new JsonObject();

    public JsonObject MetadataJson => Json(Metadata) as JsonObject ?? [];

    private static JsonNode? Json(object? value) => value is JsonNode node ? node.DeepClone() : JsonSerializer.SerializeToNode(value);
}
