using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kiln.Runs;

/// <summary>Small dictionaries and lists as JSON text. NaN and infinities, which JSON has not, are the strings NaN, Infinity, -Infinity.</summary>
internal static class JsonColumns
{
    public static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<KeyValuePair<string, double>> values) => Text(writer => WriteNumbers(writer, values));

    public static string Write(IEnumerable<KeyValuePair<string, string>> values) => Text(writer => WriteTexts(writer, values));

    public static string Write(IEnumerable<string> values) => Text(writer => WriteList(writer, values));

    public static void WriteNumbers(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, double>> values)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in values)
        {
            writer.WritePropertyName(name);
            WriteNumber(writer, value);
        }
        writer.WriteEndObject();
    }

    public static void WriteNumber(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }

    public static double ReadNumber(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetDouble() : OfWord(json.GetString());

    public static void WriteTexts(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, string>> values)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in values)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    public static void WriteList(Utf8JsonWriter writer, IEnumerable<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    public static ImmutableSortedDictionary<string, double> ReadNumbers(string json) => Read(json, (ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : OfWord(reader.GetString()));

    public static ImmutableSortedDictionary<string, string> ReadTexts(string json) =>
        Read(json, (ref Utf8JsonReader reader) => reader.GetString() ?? "");

    public static ImmutableArray<string> ReadList(string json)
    {
        if (json == "[]")
            return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(element => element.GetString() ?? "")];
    }

    private delegate T ReadValue<T>(ref Utf8JsonReader reader);

    private static ImmutableSortedDictionary<string, T> Read<T>(string json, ReadValue<T> value)
    {
        if (json == "{}")
            return ImmutableSortedDictionary<string, T>.Empty;
        var entries = new List<KeyValuePair<string, T>>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            entries.Add(KeyValuePair.Create(name, value(ref reader)));
        }
        return ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, entries);
    }

    private static double OfWord(string? word) => word switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.NaN,
    };

    public static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
