using System.Text;
using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>A code cell of a notebook on disk.</summary>
/// <param name="node">Its JSON.</param>
internal sealed class NotebookCell(JsonObject node)
{
    /// <summary>The source text.</summary>
    public string Source
    {
        get => Joined(node["source"]);
        set => node["source"] = value;
    }

    /// <summary>Its outputs.</summary>
    public IReadOnlyList<NotebookOutput> Outputs => [.. node["outputs"]!.AsArray().Select(output => new NotebookOutput(output!.AsObject()))];

    /// <summary>All that it wrote to a stream.</summary>
    /// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
    public string Text(string stream) => string.Concat(Outputs.Select(output => output.Text(stream)));

    /// <summary>What its outputs take on disk, in bytes of UTF-8.</summary>
    public int StoredBytes => Encoding.UTF8.GetByteCount(node["outputs"]!.ToJsonString());

    /// <summary>Text that Jupyter stores as one string or as a list of lines.</summary>
    internal static string Joined(JsonNode? text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string?)text ?? "";
}

/// <summary>One output of a cell on disk.</summary>
/// <param name="node">Its JSON.</param>
internal sealed class NotebookOutput(JsonObject node)
{
    /// <summary><c>stream</c>, <c>display_data</c>, <c>execute_result</c> or <c>error</c>.</summary>
    public string Type => (string)node["output_type"]!;

    /// <summary>The mime types of its bundle.</summary>
    public IReadOnlyList<string> MimeTypes => node["data"] is JsonObject data ? [.. data.Select(entry => entry.Key)] : [];

    /// <summary>The text of a mime type, or null.</summary>
    /// <param name="type">The mime type.</param>
    /// <returns>The text.</returns>
    public string? Mime(string type) => node["data"]?[type] is { } value ? NotebookCell.Joined(value) : null;

    /// <summary>What it holds of a stream; empty for other outputs.</summary>
    public string Text(string stream) => (string?)node["name"] == stream ? NotebookCell.Joined(node["text"]) : "";

    /// <summary>True for an output with a chart in its HTML: a picture in a data URI.</summary>
    public bool IsChart => Mime("text/html")?.Contains("src=\"data:image/svg+xml", StringComparison.Ordinal) == true;

    /// <summary>The whole output, for the message of a failed test.</summary>
    public override string ToString() => node.ToJsonString();
}
