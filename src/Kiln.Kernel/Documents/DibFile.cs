using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>The text notebooks of .NET Interactive: cells behind lines such as <c>#!csharp</c>, and a <c>#!meta</c> block at the top.</summary>
/// <remarks>
/// The format knows no escape: in a code cell, a line that names a language starts a new cell. Outputs and the metadata of cells have
/// no place in it.
/// </remarks>
internal static class DibFile
{
    private const string Meta = "meta";

    /// <summary>Reads a notebook.</summary>
    /// <param name="text">The file's content.</param>
    /// <param name="name">The file, for messages.</param>
    /// <exception cref="NotebookFileException">The <c>#!meta</c> block is no JSON object.</exception>
    public static NotebookDocument Parse(string text, string name)
    {
        var blocks = Blocks(text);
        var metadata = NotebookDocument.MetadataOfKiln();
        foreach (var meta in blocks.Where(block => block.Language == Meta)) DibMeta.Read(meta, metadata, name);
        var language = CellLanguages.OfNotebook(metadata);
        return new NotebookDocument
        {
            Metadata = metadata,
            Cells = [.. blocks.Where(block => block.Language != Meta && block.Text.Length > 0).Select(block => Cell(block, language))],
        };
    }

    public static string Write(NotebookDocument document)
    {
        var text = new StringBuilder($"#!{Meta}\n\n{DibMeta.Write(document.Metadata)}\n");
        foreach (var cell in document.Cells)
            if (TextBlock.Trim(SourceOf(cell)) is { Length: > 0 } source) text.Append($"\n#!{cell.Language}\n\n{source}\n");
        return text.ToString();
    }

    private static NotebookCell Cell(TextBlock block, string language)
    {
        var own = block.Language ?? language;
        var kind = own switch { CellLanguages.Markdown => CellKind.Markdown, CellLanguages.Raw => CellKind.Raw, _ => CellKind.Code };
        var metadata = new JsonObject();
        if (kind == CellKind.Code && own != language)
        {
            // Where the notebook editor of VS Code looks for it.
            metadata["dotnet_interactive"] = new JsonObject { ["language"] = own };
            metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = own };
        }
        return new NotebookCell { Kind = kind, Language = own, Source = block.Text, Metadata = metadata };
    }

    private static List<TextBlock> Blocks(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var named = DibMeta.KernelNames(lines);
        var blocks = new List<TextBlock>();
        string? language = null;
        var start = 0;
        for (var i = 0; i <= lines.Length; i++)
        {
            var next = i < lines.Length ? Separator(lines[i], named) : null;
            if (i < lines.Length && next is null) continue;
            blocks.Add(TextBlock.Of(lines, start, i, language));
            (language, start) = (next, i + 1);
        }
        return blocks;
    }

    private static string? Separator(string line, HashSet<string> named)
    {
        if (!line.StartsWith("#!", StringComparison.Ordinal)) return null;
        var name = line[2..].TrimEnd();
        if (name == Meta) return Meta;
        return CellLanguages.Find(name) ?? (named.Contains(name) ? name : null);
    }

    private static string SourceOf(NotebookCell cell)
    {
        var source = cell.Source.ReplaceLineEndings("\n");
        // The line before the cell names the language already.
        if (cell.Kind == CellKind.Code && CellLanguages.OfFirstLine(source) == cell.Language) return source.Contains('\n') ? source[(source.IndexOf('\n') + 1)..] : "";
        if (cell.Kind == CellKind.Code) return source;
        // In a text about notebooks, such a line would end the cell; a blank before it changes nothing that a reader sees.
        return string.Join('\n', source.Split('\n').Select(line => Separator(line, []) is null ? line : " " + line));
    }
}
