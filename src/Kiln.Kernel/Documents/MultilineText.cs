using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Text as nbformat stores it: a list of lines that keep their line breaks, so that a change of one line shows as one.</summary>
internal static class MultilineText
{
    /// <summary>The text of a list of lines, or of a plain string; null for anything else.</summary>
    public static string? Join(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray lines when lines.All(line => line is JsonValue value && value.TryGetValue<string>(out _)) =>
            string.Concat(lines.Select(line => (string?)line)),
        _ => null,
    };

    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }
        return lines;
    }
}
