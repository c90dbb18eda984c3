using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>A notebook, whichever kind of file it came from.</summary>
internal sealed class NotebookDocument
{
    public List<NotebookCell> Cells { get; init; } = [];

    /// <summary>The notebook's metadata in the form of nbformat: kernelspec, language and what front ends keep there.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Fields of the file that Kiln has no use for; they are written back.</summary>
    public JsonObject OtherFields { get; init; } = [];

    /// <summary>Metadata of a notebook that is opened with Kiln's kernel.</summary>
    public static JsonObject MetadataOfKiln() => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = "Kiln (C#)", ["language"] = "C#", ["name"] = "kiln" },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["pygments_lexer"] = "csharp",
            ["version"] = "14.0",
        },
    };
}
