using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Kiln.Kernel;

/// <summary>The project that <c>dotnet restore</c> is given: nothing but packages.</summary>
internal sealed record RestoreProject
{
    private static readonly string[] ConfigNames = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>The packages, each name once.</summary>
    public required IReadOnlyList<PackageRequest> Packages { get; init; }

    /// <summary>Feeds beside those of the user's configuration.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The only feed to ask; null for all.</summary>
    public string? OnlySource { get; init; }

    /// <summary>The folder of the notebook: its <c>nuget.config</c> counts, as it would for a project there.</summary>
    public string NotebookFolder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The same packages and feeds have the same name.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToString())))[..16];

    public override string ToString() => new XElement(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
            new XElement("RuntimeIdentifier", Platform()),
            new XElement("SelfContained", "false"),
            new XElement("UseAppHost", "false"),
            new XElement("NuGetAudit", "false"),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', Sources)),
            OnlySource is null ? null : new XElement("RestoreSources", OnlySource),
            HasConfig() ? new XElement("RestoreRootConfigDirectory", NotebookFolder) : null),
        new XElement(
            "ItemGroup",
            new XElement("FrameworkReference", new XAttribute("Include", "Microsoft.AspNetCore.App")),
            Packages.OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase).Select(Reference))).ToString();

    // Cells are compiled here: what a package would do to a build has no place.
    private static XElement Reference(PackageRequest package) => new(
        "PackageReference",
        new XAttribute("Include", package.Name),
        new XAttribute("Version", package.Version),
        new XAttribute("ExcludeAssets", "build;buildTransitive;buildMultitargeting;analyzers;contentFiles"));

    private bool HasConfig()
    {
        for (var folder = NotebookFolder; folder is not null; folder = Path.GetDirectoryName(folder))
            if (ConfigNames.Any(name => File.Exists(Path.Combine(folder, name)))) return true;
        return false;
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
