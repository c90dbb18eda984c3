using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Writes Jupyter's notebook files as nbformat 4.5, laid out as Jupyter lays them out: keys sorted, one blank of indent.</summary>
internal static class IpynbWriter
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(NotebookDocument document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout)) Write(document, json);
        stream.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(NotebookDocument document, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("cells");
        var ids = new CellIds(document.Cells);
        foreach (var cell in document.Cells) Write(cell, ids.Of(cell), json);
        json.WriteEndArray();
        Write("metadata", document.Metadata, json);
        json.WriteNumber("nbformat", 4);
        json.WriteNumber("nbformat_minor", 5);
        foreach (var (name, value) in document.OtherFields) Write(name, value, json);
        json.WriteEndObject();
    }

    private static void Write(NotebookCell cell, string id, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("cell_type", cell.Kind.ToString().ToLowerInvariant());
        if (cell.Kind == CellKind.Code) WriteCount(cell, json);
        json.WriteString("id", id);
        Write("metadata", cell.Metadata, json);
        if (cell.Kind == CellKind.Code) Write("outputs", cell.Outputs, json);
        Write("source", MultilineText.Split(cell.Source), json);
        foreach (var (name, value) in cell.OtherFields) Write(name, value, json);
        json.WriteEndObject();
    }

    private static void WriteCount(NotebookCell cell, Utf8JsonWriter json)
    {
        if (cell.ExecutionCount is { } count) json.WriteNumber("execution_count", count);
        else json.WriteNull("execution_count");
    }

    private static void Write(string name, JsonNode? value, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        if (value is null) json.WriteNullValue();
        else value.WriteTo(json);
    }
}
