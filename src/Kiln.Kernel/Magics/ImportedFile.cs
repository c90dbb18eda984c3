using System.Globalization;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>A file as cells to run.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="Cells">What errors call each cell, and its code.</param>
/// <param name="Skipped">Languages of cells that cannot run here.</param>
internal sealed record ImportedFile(string Path, IReadOnlyList<(string Name, string Code)> Cells, IReadOnlyList<string> Skipped)
{
    public const string Known = ".cs, .csx, .dib, .ipynb, .html, .js or .md";

    private static readonly HashSet<string> Languages = [CellLanguages.CSharp, "html", "javascript", "svg", "mermaid", "value"];

    /// <summary>Reads a script, page or notebook.</summary>
    /// <exception cref="MagicException">There is no such file, or it is of another kind.</exception>
    public static async Task<ImportedFile> ReadAsync(string path, CancellationToken cancellationToken) => NotebookFile.Extension(path) switch
    {
        ".cs" or ".csx" => await ScriptAsync(path, "", cancellationToken),
        ".html" or ".htm" => await ScriptAsync(path, "#!html\n", cancellationToken),
        ".js" => await ScriptAsync(path, "#!javascript\n", cancellationToken),
        ".md" => await ScriptAsync(path, "#!markdown\n", cancellationToken),
        ".dib" or ".ipynb" => Notebook(path),
        ".fs" or ".fsx" => throw new MagicException($"#!import: {path} is F#; this kernel runs C#."),
        ".ps1" => throw new MagicException($"#!import: {path} is PowerShell; this kernel runs C#."),
        ".dll" => throw new MagicException($"#!import: {path} is compiled already. Use #r \"{path}\"."),
        _ when Directory.Exists(path) => throw new MagicException($"#!import: {path} is a folder. Name a file in it."),
        _ => throw new MagicException($"#!import: expected a {Known} file, got {path}."),
    };

    private static async Task<ImportedFile> ScriptAsync(string path, string magic, CancellationToken cancellationToken) =>
        new(path, [(path, magic + await new TextFile("#!import", path).ReadAsync(cancellationToken))], []);

    private static ImportedFile Notebook(string path)
    {
        try
        {
            var code = NotebookFile.Read(path).Cells.Select((cell, i) => (cell, number: i + 1)).Where(entry => entry.cell.Kind == CellKind.Code).ToList();
            return new ImportedFile(
                path,
                [.. code.Where(entry => Languages.Contains(entry.cell.Language)).Select(entry => (Name(path, entry.number), entry.cell.Code))],
                [.. code.Select(entry => entry.cell.Language).Where(language => !Languages.Contains(language)).Distinct()]);
        }
        catch (NotebookFileException e)
        {
            throw new MagicException($"#!import: {e.Message}", e);
        }
    }

    private static string Name(string path, int number) => string.Create(CultureInfo.InvariantCulture, $"{path} cell {number}");
}
