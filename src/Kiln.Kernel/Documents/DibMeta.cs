using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>The <c>#!meta</c> block of a <c>.dib</c> file: its languages and what editors keep there.</summary>
internal static class DibMeta
{
    // What only Jupyter needs; a .dib file gets Kiln's on reading.
    private static readonly string[] OfJupyter = ["kernelspec", "language_info", "polyglot_notebook", "dotnet_interactive"];

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Kernels that the notebook connects to by names of its own; the meta block lists them.</summary>
    public static HashSet<string> KernelNames(string[] lines)
    {
        var meta = Array.FindIndex(lines, line => line.TrimEnd() == "#!meta");
        var json = meta < 0 ? null : lines.Skip(meta + 1).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line));
        try
        {
            var items = json is null ? null : (JsonNode.Parse(json) as JsonObject)?["kernelInfo"]?["items"] as JsonArray;
            return [.. (items ?? []).OfType<JsonObject>().Select(item => item["name"]?.ToString()).OfType<string>()];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Reported where the block itself is read; a block over several lines names no kernels here.
            return [];
        }
    }

    /// <summary>Puts what a block holds where Jupyter's files have it.</summary>
    /// <exception cref="NotebookFileException">The block is no JSON object.</exception>
    public static void Read(TextBlock block, JsonObject metadata, string name)
    {
        JsonObject meta;
        try
        {
            meta = block.Text.Length == 0 ? [] : (JsonObject)JsonNode.Parse(block.Text)!;
            if (meta.Remove("kernelInfo", out var kernels)) metadata["polyglot_notebook"] = new JsonObject { ["kernelInfo"] = kernels };
            foreach (var (key, value) in meta) metadata[key] = value?.DeepClone();
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or ArgumentException)
        {
            throw new NotebookFileException($"{name}, line {block.FirstLine}: the #!meta block must be one JSON object. Mend it, or delete the block: Kiln can do without it.");
        }
    }

    /// <summary>The block of a notebook with this metadata, in one line.</summary>
    public static string Write(JsonObject metadata)
    {
        var meta = new JsonObject { ["kernelInfo"] = KernelInfo(metadata)?.DeepClone() ?? DefaultKernels(metadata) };
        foreach (var (name, value) in metadata)
            if (!OfJupyter.Contains(name)) meta[name] = value?.DeepClone();
        return meta.ToJsonString(OneLine);
    }

    private static JsonObject? KernelInfo(JsonObject metadata) => (metadata["polyglot_notebook"] as JsonObject)?["kernelInfo"] as JsonObject;

    private static JsonObject DefaultKernels(JsonObject metadata)
    {
        var language = CellLanguages.OfNotebook(metadata);
        return new JsonObject
        {
            ["defaultKernelName"] = language,
            ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = language }),
        };
    }
}
