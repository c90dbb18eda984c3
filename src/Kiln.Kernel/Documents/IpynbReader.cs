using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>Reads Jupyter's notebook files, nbformat 4.0 to 4.5.</summary>
/// <remarks>https://nbformat.readthedocs.io/en/latest/format_description.html</remarks>
/// <param name="name">The file, for messages.</param>
internal sealed class IpynbReader(string name)
{
    private const int Major = 4;

    // Deep figures in outputs are common; Json.NET's and Python's limits are far higher than the default here.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512, AllowDuplicateProperties = false };

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="NotebookFileException">The text is no notebook of this format.</exception>
    public NotebookDocument Read(string json)
    {
        if (string.IsNullOrWhiteSpace(json)) throw Refuse("the file is empty", "Restore an older copy, or start with a new notebook.");
        var fields = Parse(json) as JsonObject ?? throw Refuse("expected a JSON object", "Is this the right file?");
        try
        {
            return Read(fields);
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair is JSON, but no text.
            throw Refuse(e.Message.TrimEnd('.'), "Open the notebook in Jupyter and save it again.");
        }
    }

    private NotebookDocument Read(JsonObject fields)
    {
        RequireVersion(fields);
        var metadata = Take(fields, "metadata") as JsonObject ?? [];
        var cells = Take(fields, "cells") as JsonArray
            ?? throw Refuse("expected a list named 'cells'", "Is this a notebook? Open it in Jupyter to see.");
        var language = CellLanguages.OfNotebook(metadata);
        fields.Remove("nbformat");
        fields.Remove("nbformat_minor");
        var read = new List<NotebookCell>(cells.Count);
        for (var i = 0; i < cells.Count; i++) read.Add(ReadCell(cells[i], i + 1, language));
        return new NotebookDocument { Metadata = metadata, Cells = read, OtherFields = fields };
    }

    private JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Options);
        }
        catch (JsonException e)
        {
            throw Refuse($"line {Number((e.LineNumber ?? 0) + 1)}: no JSON ({Reason(e)})", Remedy(json));
        }
    }

    // The platform's message ends in "LineNumber: 3 | BytePositionInLine: 7."; the line is said already, counted from 1.
    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? e.Message : e.Message[..end]).TrimEnd('.');
    }

    private static string Remedy(string json)
    {
        if (json.Contains("<<<<<<< ", StringComparison.Ordinal)) return "The file holds merge conflict marks of git (<<<<<<<): resolve them first.";
        if (json.TrimStart().StartsWith('<')) return "This is a web page: download the raw file instead.";
        if (json.StartsWith("version https://git-lfs", StringComparison.Ordinal)) return "This is a pointer of Git LFS: run 'git lfs pull'.";
        return "Restore an older copy, or mend the line in a text editor.";
    }

    private void RequireVersion(JsonObject fields)
    {
        var major = fields["nbformat"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : (int?)null;
        if (major == Major) return;
        if (major is null) throw Refuse("expected a number named 'nbformat'", "Is this a notebook? Open it in Jupyter to see.");
        var remedy = major < Major
            ? "Convert it: jupyter nbconvert --to notebook --inplace FILE."
            : "It was written by a newer Jupyter: save it there as nbformat 4.";
        throw Refuse($"expected nbformat 4, got {Number(major.Value)}", remedy);
    }

    private NotebookCell ReadCell(JsonNode? node, int number, string language)
    {
        if (node is not JsonObject cell) throw RefuseCell(number, "expected an object");
        var metadata = Take(cell, "metadata") switch
        {
            null => [],
            JsonObject found => found,
            _ => throw RefuseCell(number, "'metadata': expected an object"),
        };
        var source = MultilineText.Join(Take(cell, "source")) ?? throw RefuseCell(number, "'source': expected text or a list of lines");
        var kind = Kind(Take(cell, "cell_type"), number);
        var id = Take(cell, "id") is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        return new NotebookCell
        {
            Kind = kind,
            Language = LanguageOf(kind, metadata, source, language),
            Source = source,
            Id = id,
            Metadata = metadata,
            Outputs = kind == CellKind.Code ? Outputs(cell, number) : [],
            ExecutionCount = kind == CellKind.Code && Take(cell, "execution_count") is JsonValue count && count.TryGetValue<int>(out var n) ? n : null,
            OtherFields = cell,
        };
    }

    private static string LanguageOf(CellKind kind, JsonObject metadata, string source, string language) => kind switch
    {
        CellKind.Markdown => CellLanguages.Markdown,
        CellKind.Raw => CellLanguages.Raw,
        _ => CellLanguages.OfFirstLine(source) ?? CellLanguages.OfCell(metadata) ?? language,
    };

    private JsonArray Outputs(JsonObject cell, int number) => Take(cell, "outputs") switch
    {
        null => [],
        JsonArray outputs when outputs.All(output => output is JsonObject) => outputs,
        _ => throw RefuseCell(number, "'outputs': expected a list of objects"),
    };

    private CellKind Kind(JsonNode? type, int number) => (type as JsonValue)?.ToString() switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        var other => throw RefuseCell(number, $"'cell_type': expected code, markdown or raw, got {(other is null ? "nothing" : $"'{other}'")}"),
    };

    // A node has one parent: what goes elsewhere leaves the object it was read in.
    private static JsonNode? Take(JsonObject fields, string field)
    {
        fields.Remove(field, out var node);
        return node;
    }

    private NotebookFileException RefuseCell(int number, string problem) =>
        Refuse($"cell {Number(number)}, {problem}", "Open the notebook in Jupyter, which names what is wrong, or restore an older copy.");

    private NotebookFileException Refuse(string problem, string remedy) => new($"{name}: {problem}. {remedy}");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
