using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    /// <summary>Code that runs.</summary>
    Code,

    /// <summary>Formatted text.</summary>
    Markdown,

    /// <summary>Text for an exporter; neither run nor formatted.</summary>
    Raw,
}

/// <summary>One cell of a notebook.</summary>
internal sealed class NotebookCell
{
    public CellKind Kind { get; init; }

    /// <summary>The name after <c>#!</c>, such as <c>csharp</c>; also cells in languages that Kiln does not run keep theirs.</summary>
    public string Language { get; init; } = CellLanguages.CSharp;

    /// <summary>The text as typed, with <c>\n</c> between its lines.</summary>
    public string Source { get; init; } = "";

    /// <summary>The cell's id in the file, or null where it has none yet.</summary>
    public string? Id { get; init; }

    public JsonObject Metadata { get; init; } = [];

    /// <summary>Outputs in the form of nbformat.</summary>
    public JsonArray Outputs { get; set; } = [];

    public int? ExecutionCount { get; set; }

    /// <summary>Fields of the file that Kiln has no use for; they are written back.</summary>
    public JsonObject OtherFields { get; init; } = [];

    /// <summary>The tags that authors give in Jupyter, such as <c>parameters</c>.</summary>
    public IEnumerable<string> Tags =>
        Metadata["tags"] is JsonArray tags ? tags.OfType<JsonValue>().Select(tag => tag.ToString()) : [];

    /// <summary>What the kernel is sent: a language other than C# is named in the first line.</summary>
    public string Code =>
        Kind != CellKind.Code || Language == CellLanguages.CSharp || CellLanguages.OfFirstLine(Source) is not null ? Source : $"#!{Language}\n{Source}";
}
