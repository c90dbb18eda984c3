using System.Xml;
using System.Xml.Linq;
using NuGet.Versioning;

namespace Kiln.Kernel;

/// <summary>The folder in which NuGet keeps the packages of this machine.</summary>
internal static class PackageFolder
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
        ? named
        : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The packages there, in lower case.</summary>
    public static IEnumerable<string> Names() => Directory.Exists(Path) ? Directory.EnumerateDirectories(Path).Select(folder => System.IO.Path.GetFileName(folder)) : [];

    /// <summary>The versions of a package there, newest first.</summary>
    public static IReadOnlyList<string> Versions(string name)
    {
        var folder = System.IO.Path.Combine(Path, name.ToLowerInvariant());
        if (!Directory.Exists(folder)) return [];
        var versions = Directory.EnumerateDirectories(folder).Select(version => NuGetVersion.TryParse(System.IO.Path.GetFileName(version), out var parsed) ? parsed : null);
        return [.. versions.OfType<NuGetVersion>().OrderDescending().Select(version => version.ToNormalizedString())];
    }

    /// <summary>A package's name as its author spells it.</summary>
    public static string Spelling(string name)
    {
        try
        {
            var newest = Versions(name) is [var first, ..] ? first : "";
            var description = XDocument.Load(System.IO.Path.Combine(Path, name, newest, $"{name}.nuspec"));
            return description.Descendants().FirstOrDefault(element => element.Name.LocalName == "id")?.Value ?? name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            return name;
        }
    }
}
