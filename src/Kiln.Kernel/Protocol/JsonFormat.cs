using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>JSON as the wire has it: nested within reason, each name once, valid UTF-8.</summary>
internal static partial class JsonFormat
{
    // What Python's reader takes before it gives up is about a thousand; nobody writes a tenth of it by hand.
    private const int MaxDepth = 500;
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Writing = new() { MaxDepth = MaxDepth + 10, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads an object.</summary>
    /// <exception cref="JsonException">The bytes are no JSON object.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) throw new JsonException("Expected UTF-8.");
        try
        {
            var value = JsonNode.Parse(bytes, documentOptions: Reading) as JsonObject ?? throw new JsonException("Expected a JSON object.");
            // Names are read late; a bad one must be found here, not on the thread that happens to look first.
            _ = value.Count;
            return value;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new JsonException(e.Message);
        }
    }

    /// <summary>Reads an object; null where the bytes are none.</summary>
    public static JsonObject? TryParse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes.IsEmpty ? null : Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes an object.</summary>
    public static byte[] Bytes(JsonObject value) => JsonSerializer.SerializeToUtf8Bytes(value, Writing);

    /// <summary>A text; a half of a surrogate pair in it, which .NET refuses to read, becomes the replacement character.</summary>
    public static string Text(JsonValue text)
    {
        try
        {
            return text.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            return LoneHalf(text);
        }
    }

    private static string LoneHalf(JsonValue text)
    {
        var whole = HalfPair().Replace(text.GetValue<JsonElement>().GetRawText(), "${before}\\ufffd");
        return JsonSerializer.Deserialize<string>(whole) ?? "";
    }

    // An escaped half without its other half; the backslashes before it are escaped ones.
    [GeneratedRegex(@"(?<before>(?<!\\)(?:\\\\)*)(?:\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})")]
    private static partial Regex HalfPair();
}
