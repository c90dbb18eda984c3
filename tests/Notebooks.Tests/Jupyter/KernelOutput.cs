using System.Text.Json;

namespace Notebooks.Tests;

/// <summary>One message that a cell sent to the front end.</summary>
/// <param name="Type">Its type: stream, display_data, update_display_data, execute_result, error, …</param>
/// <param name="Content">Its content, as Jupyter defines it.</param>
internal sealed record KernelOutput(string Type, JsonElement Content)
{
    /// <summary>What a reader of plain text sees of it; empty for messages without text.</summary>
    public string Text => Type switch
    {
        "stream" => Content.GetProperty("text").GetString()!,
        "error" => Content.GetProperty("ename").GetString() + ": " + Content.GetProperty("evalue").GetString(),
        "display_data" or "update_display_data" or "execute_result" => Mime("text/plain") ?? "",
        _ => "",
    };

    /// <summary>The display id, or null.</summary>
    public string? DisplayId =>
        Content.TryGetProperty("transient", out var transient) && transient.TryGetProperty("display_id", out var id) ? id.GetString() : null;

    /// <summary>The value of a mime type, or null where the bundle has none.</summary>
    /// <param name="type">The mime type.</param>
    /// <returns>The text.</returns>
    public string? Mime(string type) =>
        Content.TryGetProperty("data", out var data) && data.TryGetProperty(type, out var value) ? value.ToString() : null;
}
