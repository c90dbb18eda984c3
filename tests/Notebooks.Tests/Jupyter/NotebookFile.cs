using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>A notebook on disk, format 4.5: its cells, and what they store.</summary>
internal sealed class NotebookFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly JsonObject _root;

    private NotebookFile(JsonObject root) => _root = root;

    /// <summary>The code cells.</summary>
    public IReadOnlyList<NotebookCell> CodeCells =>
        [.. _root["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code").Select(cell => new NotebookCell(cell!.AsObject()))];

    /// <summary>Reads a notebook.</summary>
    public static NotebookFile Read(string path) => new(JsonNode.Parse(File.ReadAllText(path))!.AsObject());

    /// <summary>A new notebook of code cells.</summary>
    public static NotebookFile Of(IEnumerable<string> cells, string kernel = "kiln") => new(new JsonObject
    {
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = kernel, ["display_name"] = kernel } },
        ["cells"] = new JsonArray([.. cells.Select((source, index) => new JsonObject
        {
            ["cell_type"] = "code",
            ["id"] = "cell-" + index,
            ["metadata"] = new JsonObject(),
            ["execution_count"] = null,
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        })]),
    });

    /// <summary>Writes it.</summary>
    public void Write(string path) => File.WriteAllText(path, _root.ToJsonString(Indented));
}
