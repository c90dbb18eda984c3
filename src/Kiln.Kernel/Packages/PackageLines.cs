using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace Kiln.Kernel;

/// <summary>The lines of a cell that bring code in, as text.</summary>
internal static partial class PackageLines
{
    /// <summary>The packages that a cell asks for, each once.</summary>
    /// <exception cref="PackageException">A line cannot be understood, or one package is asked for in two versions.</exception>
    public static IReadOnlyList<PackageRequest> Packages(string code)
    {
        var requests = new Dictionary<string, PackageRequest>(StringComparer.OrdinalIgnoreCase);
        foreach (var request in PackagePattern().Matches(code).Select(Request))
        {
            if (!requests.TryGetValue(request.Name, out var other)) requests[request.Name] = request;
            else if (request.Version == "*") continue;
            else if (other.Version == "*") requests[request.Name] = request;
            else if (request.Version != other.Version)
                throw new PackageException($"#r nuget: {other.Name} is asked for in two versions, {other.Version} and {request.Version}. Keep one of them.");
        }
        return [.. requests.Values];
    }

    /// <summary>The feeds that a cell names, as typed.</summary>
    public static IEnumerable<string> Sources(string code) => SourcePattern().Matches(code).Select(match => match.Groups["source"].Value.Trim());

    /// <summary>The assemblies that a cell names, as typed.</summary>
    public static IEnumerable<string> Files(string code) => FilePattern().Matches(code).Select(match => match.Groups["path"].Value);

    /// <summary>The code with the lines blanked that the compiler does not know; no line moves.</summary>
    public static string Without(string code) => SourcePattern().Replace(PackagePattern().Replace(code, ""), "");

    /// <summary>Whether a line is one that the compiler does not know.</summary>
    public static bool IsOne(string line) => PackagePattern().IsMatch(line) || SourcePattern().IsMatch(line);

    private static PackageRequest Request(Match match)
    {
        var parts = match.Groups["package"].Value.Split(',', 2, StringSplitOptions.TrimEntries);
        if (!NamePattern().IsMatch(parts[0])) throw new PackageException($"{match.Value.Trim()}: expected a package's name, got '{parts[0]}'. Write #r \"nuget: Name\" or #r \"nuget: Name, 1.2.3\".");
        var version = parts.Length < 2 || parts[1].Length == 0 ? "*" : parts[1];
        if (!VersionRange.TryParse(version, out _))
            throw new PackageException($"{match.Value.Trim()}: '{version}' is no version. Write 1.2.3, a range such as [1.0,2.0), 1.* for the newest 1, or *-* to take prereleases, too.");
        return new PackageRequest(parts[0], version);
    }

    [GeneratedRegex("""^[ \t]*#r[ \t]+"nuget:(?<package>[^"\r\n]*)"[^\r\n]*""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex PackagePattern();

    [GeneratedRegex("""^[ \t]*#i[ \t]+"nuget:(?<source>[^"\r\n]*)"[^\r\n]*""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex SourcePattern();

    [GeneratedRegex("""^[ \t]*#r[ \t]+"(?!nuget:)(?<path>[^"\r\n]+)" *""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"^\w+([.-]\w+)*\z")]
    private static partial Regex NamePattern();
}
