using NuGet.Versioning;

namespace Kiln.Kernel;

/// <summary>What one <c>#r "nuget: …"</c> asks for.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">The version or range as typed; <c>*</c> for the newest.</param>
internal sealed record PackageRequest(string Name, string Version)
{
    /// <summary>Whether the newest of several versions is asked for: only a feed knows which that is.</summary>
    public bool IsFloating => Version.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether a version is among those asked for. A plain version means that one or a later one, as everywhere in NuGet.</summary>
    public bool Allows(string version)
    {
        if (Version == "*") return true;
        if (!VersionRange.TryParse(Version, out var range) || !NuGetVersion.TryParse(version, out var found)) return false;
        return range.IsFloating ? range.Float!.Satisfies(found) : range.Satisfies(found);
    }
}
