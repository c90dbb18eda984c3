using System.Text.RegularExpressions;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>The directives of a cell that bring code in: <c>#r "nuget: …"</c>, <c>#i "nuget: …"</c>, <c>#r "file.dll"</c>.</summary>
internal sealed partial class Directives(SubmissionChain chain, References references, PackageRestore restore)
{
    /// <summary>Carries them out.</summary>
    /// <returns>The code with the lines blanked that the compiler does not know; no line moves.</returns>
    /// <exception cref="PackageException">A package cannot be had.</exception>
    public async Task<string> ApplyAsync(string code, CellContext cell)
    {
        if (!code.Contains("#r", StringComparison.Ordinal) && !code.Contains("#i", StringComparison.Ordinal)) return code;
        foreach (Match source in SourcePattern().Matches(code)) restore.AddSource(source.Groups["source"].Value);
        var requests = PackagePattern().Matches(code).Select(Request).ToList();
        foreach (var request in requests)
            if (BuiltInPackages.Answer(request) is { } answer) Show(cell, answer);
        var missing = requests.Where(request => BuiltInPackages.Answer(request) is null).ToList();
        if (missing.Count > 0) await RestoreAsync(missing, cell);
        foreach (Match file in FilePattern().Matches(code)) AddFile(Path.GetFullPath(file.Groups["path"].Value));
        return WithoutPackages(code);
    }

    /// <summary>The code with the package lines blanked.</summary>
    public static string WithoutPackages(string code) => SourcePattern().Replace(PackagePattern().Replace(code, ""), "");

    /// <summary>Whether a line is one that the compiler does not know.</summary>
    public static bool IsPackageLine(string line) => PackagePattern().IsMatch(line) || SourcePattern().IsMatch(line);

    private static PackageRequest Request(Match match) =>
        new(match.Groups["name"].Value, match.Groups["version"] is { Success: true, Value: var version } ? version : "*");

    private async Task RestoreAsync(List<PackageRequest> packages, CellContext cell)
    {
        var id = DisplayIds.New();
        cell.Output.Display(Bundle($"Installing {string.Join(", ", packages.Select(package => package.Name))}…"), id, update: false);
        var restored = await restore.RestoreAsync(packages, cell.Interrupted);
        foreach (var path in restored.Compile) references.Add(path);
        foreach (var path in restored.Runtime) chain.Assemblies.AddAssembly(path);
        foreach (var path in restored.Native) chain.Assemblies.AddLibrary(path);
        var installed = packages.Select(package => $"{package.Name} {restored.Versions.GetValueOrDefault(package.Name)}");
        cell.Output.Display(Bundle($"Installed {string.Join(", ", installed)}"), id, update: true);
    }

    private void AddFile(string path)
    {
        // A missing file is left to the compiler, which names the line.
        if (!File.Exists(path)) return;
        references.Add(path);
        chain.Assemblies.AddAssembly(path);
    }

    private static void Show(CellContext cell, string line) => cell.Output.Display(Bundle(line), DisplayIds.New(), update: false);

    private static MimeBundle Bundle(string line) => MimeBundle.OfText(line);

    [GeneratedRegex("""^[ \t]*#r[ \t]+"nuget:[ \t]*(?<name>[\w.-]+?)[ \t]*(,[ \t]*(?<version>[^"]+?)[ \t]*)?"[^\r\n]*""", RegexOptions.Multiline)]
    private static partial Regex PackagePattern();

    [GeneratedRegex("""^[ \t]*#i[ \t]+"nuget:[ \t]*(?<source>[^"]+?)[ \t]*"[^\r\n]*""", RegexOptions.Multiline)]
    private static partial Regex SourcePattern();

    [GeneratedRegex("""^[ \t]*#r[ \t]+"(?!nuget:)(?<path>[^"]+)" *""", RegexOptions.Multiline)]
    private static partial Regex FilePattern();
}
