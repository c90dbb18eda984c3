using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>The directives of a cell that bring code in: <c>#r "nuget: …"</c>, <c>#i "nuget: …"</c>, <c>#r "file.dll"</c>.</summary>
internal sealed class Directives(SubmissionChain chain, References references, PackageRestore restore)
{
    private readonly PackageInstaller _packages = new(references, chain.Assemblies, restore);
    private readonly AssemblyFiles _files = new(references, chain.Assemblies);

    /// <summary>Carries them out.</summary>
    /// <returns>The code with the lines blanked that the compiler does not know; no line moves.</returns>
    /// <exception cref="PackageException">A package cannot be had, or a file is no assembly.</exception>
    public async Task<string> ApplyAsync(string code, CellContext cell)
    {
        if (!code.Contains("#r", StringComparison.OrdinalIgnoreCase) && !code.Contains("#i", StringComparison.OrdinalIgnoreCase)) return code;
        foreach (var source in PackageLines.Sources(code)) _packages.Sources.Add(source);
        var missing = new List<PackageRequest>();
        foreach (var request in PackageLines.Packages(code))
            if (BuiltInPackages.Answer(request) is { } answer) Show(cell, answer);
            else missing.Add(request);
        if (missing.Count > 0) await _packages.InstallAsync(missing, cell);
        foreach (var file in PackageLines.Files(code))
            if (_files.Add(file) is { } remark) Show(cell, remark);
        return PackageLines.Without(code);
    }

    private static void Show(CellContext cell, string line) => cell.Output.Display(MimeBundle.OfText(line), DisplayIds.New(), update: false);
}
