using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>A bundle as the protocol's <c>data</c> object.</summary>
internal static class BundleJson
{
    public static JsonObject Of(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (mimeType, content) in bundle.Data) data[mimeType] = IsJson(mimeType) ? Json(content) : content;
        return data;
    }

    // Front ends want JSON types as JSON values; a quoted string is not rendered.
    private static bool IsJson(string mimeType) => mimeType is "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    private static JsonNode? Json(string content)
    {
        try
        {
            return JsonNode.Parse(content, documentOptions: new JsonDocumentOptions { MaxDepth = 256 });
        }
        catch (JsonException)
        {
            return content;
        }
    }
}
