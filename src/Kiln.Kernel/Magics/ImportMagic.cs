using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Options of <c>#!import</c>.</summary>
internal sealed record ImportOptions
{
    [Argument("FILE", "a " + ImportedFile.Known + " file", Names = NameKind.File, Endings = ".cs .csx .dib .ipynb .html .js .md")]
    public string File { get; init; } = "";
}

/// <summary><c>#!import</c>: runs a file as if it stood in the cell.</summary>
internal sealed class ImportMagic : KernelMagic<ImportOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!import";

    /// <inheritdoc/>
    public override string Summary => "runs a script or the cells of a notebook as if they stood here; what they declare stays";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!import tools.csx", "#!import \"my folder/helpers.ipynb\""];

    /// <inheritdoc/>
    protected override async Task RunAsync(ImportOptions options, MagicContext context, CellHost host)
    {
        var file = await ImportedFile.ReadAsync(host.PathOf(options.File), host.Cell.Interrupted);
        if (host.Files.Contains(file.Path)) throw new MagicException($"#!import: {file.Path} imports itself. Take one of the imports out.");
        host.Files.Push(file.Path);
        try
        {
            foreach (var (name, code) in file.Cells) await host.RunAsync(code, name);
        }
        finally
        {
            host.Files.Pop();
        }
        if (file.Skipped.Count > 0)
            host.Display(new Report().Note($"{Path.GetFileName(file.Path)}: cells in {string.Join(", ", file.Skipped)} were left out, because this kernel runs C#.").ToBundle());
    }
}
