using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>The outputs of one cell, gathered from messages in the form that nbformat stores.</summary>
/// <remarks>Calls come from the kernel's threads; the recorder's lock orders them.</remarks>
internal sealed class CellRecording
{
    private readonly List<(JsonObject Output, StringBuilder? Text)> _outputs = [];
    private bool _clearBeforeNext;

    /// <summary>Whether something came since the outputs were last taken.</summary>
    public bool IsNew { get; private set; }

    public void Stream(string name, string text)
    {
        ClearIfAsked();
        if (_outputs is not [.., (var last, { } open)] || (string?)last["name"] != name)
        {
            open = new StringBuilder();
            Add(new JsonObject { ["name"] = name, ["output_type"] = "stream" }, open);
        }
        open.Append(text);
        IsNew = true;
    }

    /// <summary>Adds a display, a result or an error.</summary>
    /// <returns>The stored output, which later updates change in place.</returns>
    public JsonObject Add(string type, JsonObject content)
    {
        ClearIfAsked();
        var output = new JsonObject();
        foreach (var (name, value) in content.OrderBy(field => field.Key, StringComparer.Ordinal))
            if (name != "transient") output[name] = name == "data" ? Stored(value) : value?.DeepClone();
        output["output_type"] = type;
        Add(output, null);
        return output;
    }

    /// <summary>Puts a new state in place of what a display showed.</summary>
    public void Update(JsonObject output, JsonObject content)
    {
        output["data"] = Stored(content["data"]);
        output["metadata"] = content["metadata"]?.DeepClone() ?? new JsonObject();
        IsNew = true;
    }

    /// <summary>Forgets what there is, at once or as soon as something follows it.</summary>
    public void Clear(bool wait)
    {
        if (!wait) _outputs.Clear();
        _clearBeforeNext = wait;
        IsNew = true;
    }

    /// <summary>The outputs as they are now.</summary>
    public JsonArray Take()
    {
        IsNew = false;
        var outputs = new JsonArray();
        foreach (var (output, text) in _outputs)
        {
            var copy = (JsonObject)output.DeepClone();
            if (text is not null) copy["text"] = MultilineText.Split(text.ToString());
            outputs.Add((JsonNode)copy);
        }
        return outputs;
    }

    private void Add(JsonObject output, StringBuilder? text)
    {
        _outputs.Add((output, text));
        IsNew = true;
    }

    private void ClearIfAsked()
    {
        if (_clearBeforeNext) _outputs.Clear();
        _clearBeforeNext = false;
    }

    private static JsonObject Stored(JsonNode? data)
    {
        var stored = new JsonObject();
        foreach (var (mimeType, content) in data as JsonObject ?? [])
            stored[mimeType] = IsText(mimeType, content) ? MultilineText.Split((string)content!) : content?.DeepClone();
        return stored;
    }

    // As nbformat: text in lines; JSON, pictures and other base64 as they are.
    private static bool IsText(string mimeType, JsonNode? content) =>
        content is JsonValue value && value.TryGetValue<string>(out _)
        && (mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript");
}
