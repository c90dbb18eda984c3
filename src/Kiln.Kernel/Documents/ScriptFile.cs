using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>C# scripts, <c>.csx</c> and <c>.cs</c>: one cell, or several behind lines that start with <c>// %%</c>.</summary>
/// <remarks>
/// The marks that editors know from Python: <c>// %% A title [markdown] tags=["parameters"]</c>. The lines of a cell that is no C# are comments.
/// https://jupytext.readthedocs.io/en/latest/formats-scripts.html#the-percent-format
/// </remarks>
internal static partial class ScriptFile
{
    public static NotebookDocument Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var document = new NotebookDocument { Metadata = NotebookDocument.MetadataOfKiln() };
        // "#!/usr/bin/env dotnet-script" is for the shell.
        var start = lines[0].StartsWith("#!/", StringComparison.Ordinal) ? 1 : 0;
        Match? mark = null;
        for (var i = start; i <= lines.Length; i++)
        {
            var next = i < lines.Length ? MarkPattern().Match(lines[i]) : null;
            if (next is { Success: false }) continue;
            var block = TextBlock.Of(lines, start, i, null);
            if (mark is not null || block.Text.Length > 0) document.Cells.Add(Cell(block, mark));
            (mark, start) = (next, i + 1);
        }
        return document;
    }

    public static string Write(NotebookDocument document)
    {
        if (document.Cells is [{ Kind: CellKind.Code, Language: CellLanguages.CSharp } only] && !only.Tags.Any()) return TextBlock.Trim(only.Source) + "\n";
        var text = new StringBuilder();
        foreach (var cell in document.Cells)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(Mark(cell)).Append('\n');
            var source = TextBlock.Trim(cell.Source.ReplaceLineEndings("\n"));
            if (source.Length > 0) text.Append(IsCode(cell) ? source : Commented(source)).Append('\n');
        }
        return text.ToString();
    }

    private static NotebookCell Cell(TextBlock block, Match? mark)
    {
        var named = mark is null ? "" : mark.Groups["language"].Value;
        var language = named.Length == 0 ? CellLanguages.CSharp : CellLanguages.Find(named) ?? named;
        return new NotebookCell
        {
            Kind = language switch { CellLanguages.Markdown => CellKind.Markdown, CellLanguages.Raw => CellKind.Raw, _ => CellKind.Code },
            Language = language,
            Source = language == CellLanguages.CSharp ? block.Text : Uncommented(block.Text),
            Metadata = mark is null ? [] : Metadata(mark),
        };
    }

    private static JsonObject Metadata(Match mark)
    {
        var metadata = new JsonObject();
        if (mark.Groups["title"].Value.Trim() is { Length: > 0 } title) metadata["title"] = title;
        if (mark.Groups["tags"] is not { Success: true, Value: var list }) return metadata;
        try
        {
            metadata["tags"] = JsonNode.Parse(list);
        }
        catch (JsonException)
        {
            // Somebody's comment that only looks like tags: the cell has none.
        }
        return metadata;
    }

    private static string Mark(NotebookCell cell)
    {
        var mark = new StringBuilder("// %%");
        if (cell.Metadata["title"] is JsonValue title) mark.Append($" {title.ToString().ReplaceLineEndings(" ")}");
        if (!IsCode(cell)) mark.Append($" [{cell.Language}]");
        if (cell.Tags.Any()) mark.Append($" tags={JsonSerializer.Serialize(cell.Tags)}");
        return mark.ToString();
    }

    private static bool IsCode(NotebookCell cell) => cell is { Kind: CellKind.Code, Language: CellLanguages.CSharp };

    private static string Commented(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "//" : $"// {line}"));

    private static string Uncommented(string text) => CommentPattern().Replace(text, "");

    [GeneratedRegex("""^//\s*%%(?<title>[^\[\]]*?)(\[(?<language>[\w#+.-]+)\])?\s*(tags=(?<tags>\[[^\]]*\]))?\s*$""")]
    private static partial Regex MarkPattern();

    [GeneratedRegex("^// ?", RegexOptions.Multiline)]
    private static partial Regex CommentPattern();
}
