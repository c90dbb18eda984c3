using System.Text.RegularExpressions;
using Kiln.Training;

namespace Kiln.Kernel;

/// <summary>What <c>dotnet restore</c> printed, in the words of a notebook.</summary>
/// <remarks>https://learn.microsoft.com/nuget/reference/errors-and-warnings</remarks>
internal static partial class RestoreErrors
{
    private static readonly string[] NetworkCodes = ["NU1300", "NU1301", "NU1303"];

    /// <summary>Why a restore failed.</summary>
    public static PackageException Of(string output, RestoreProject project)
    {
        if (output.Contains("No .NET SDKs were found", StringComparison.Ordinal)) return NoSdk();
        var errors = Errors(output);
        return errors is [var (code, text), ..]
            ? new PackageException($"#r nuget: {Sentence(code, text, errors, project)}")
            : new PackageException($"#r nuget: restore failed.\n{output.Trim()}");
    }

    public static PackageException NoSdk() =>
        new($"#r nuget: packages are fetched by the .NET SDK {Environment.Version.Major}, which is not here. Install it (https://dotnet.microsoft.com/download), or let 'dotnet' be on the PATH.");

    /// <summary>Whether no feed could be asked.</summary>
    public static bool IsOfNetwork(string output) => Errors(output).Any(error => NetworkCodes.Contains(error.Code));

    /// <summary>What a restore that succeeded had to say to the user.</summary>
    public static IReadOnlyList<string> Remarks(string output) =>
        [.. ResolvedInsteadPattern().Matches(output).Select(match => $"{match.Groups["name"].Value} {match.Groups["asked"].Value} is not there; {match.Groups["taken"].Value} was taken.").Distinct()];

    private static string Sentence(string code, string text, IReadOnlyList<(string Code, string Text)> errors, RestoreProject project) => code switch
    {
        "NU1101" when NoPackagePattern().Match(text) is { Success: true } match => NoPackage(match.Groups["name"].Value, match.Groups["sources"].Value),
        "NU1102" or "NU1103" when NoVersionPattern().Match(text) is { Success: true } match => NoVersion(code, match.Groups["name"].Value, match.Groups["version"].Value, errors),
        "NU1202" => NotCompatible(text),
        "NU1605" when DowngradePattern().Match(text) is { Success: true } match => Downgrade(match, project),
        "NU1302" => "this feed is not encrypted (http://), and NuGet refuses it. Use its https:// address.",
        _ when NetworkCodes.Contains(code) => $"{Reachability(text)} ({string.Join(' ', errors.Where(error => error.Code == code).Skip(1).Take(1).Select(error => error.Text))}). Check the network, and the proxy if there is one. Packages that were restored before work without it.".Replace(" ()", "", StringComparison.Ordinal),
        _ => string.Join('\n', errors.Select(error => error.Text).Distinct()),
    };

    private static string NoPackage(string name, string sources)
    {
        var near = Suggestions.Nearest(name, PackageFolder.Names());
        return $"there is no package {name} on {sources.TrimEnd('.')}.{(near is null ? " Is the name spelled as on nuget.org?" : $" Did you mean {PackageFolder.Spelling(near)}?")}";
    }

    private static string NoVersion(string code, string name, string version, IReadOnlyList<(string Code, string Text)> errors)
    {
        var found = errors.Select(error => FoundPattern().Match(error.Text)).FirstOrDefault(match => match.Success);
        var nearest = found is null ? "" : $" The nearest of the {found.Groups["count"].Value} on {found.Groups["source"].Value} is {found.Groups["nearest"].Value}.";
        var here = PackageFolder.Versions(name) is { Count: > 0 } versions ? $" On this machine: {string.Join(", ", versions)}." : "";
        var remedy = code == "NU1103" ? $" There are prereleases only: #r \"nuget: {name}, *-*\" takes them." : "";
        return $"{name} has no version {Plain(version)}.{nearest}{here}{remedy}";
    }

    // "(>= 99.0.0)" is what "99.0.0" means; "(= 1.0.0)" is "[1.0.0]".
    private static string Plain(string version) => version.Replace(">= ", "", StringComparison.Ordinal).Replace("= ", "", StringComparison.Ordinal);

    private static string NotCompatible(string text)
    {
        var supports = text.IndexOf(" supports: ", StringComparison.Ordinal);
        var package = text.Split(" is not compatible", 2)[0].Replace("Package ", "", StringComparison.Ordinal);
        return $"{package} cannot be used with .NET {Environment.Version.Major}{(supports < 0 ? "" : $"; it is made for {text[(supports + " supports: ".Length)..].TrimEnd('.')}")}. Look for a newer version.";
    }

    private static string Downgrade(Match match, RestoreProject project)
    {
        var (name, needed, asked) = (match.Groups["name"].Value, match.Groups["needed"].Value, match.Groups["asked"].Value);
        var isPinned = project.Packages.Any(package => package.Version == $"[{asked}]" && package.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return isPinned
            ? $"{name} {needed} is needed, but {name} {asked} is loaded already, and a running notebook cannot change it. Restart the kernel and ask for all packages in one cell."
            : $"{name} {asked} is asked for, but another package needs {needed}. Leave out the version of {name}, or ask for {needed}.";
    }

    private static string Reachability(string text) => AddressPattern().Match(text) is { Success: true, Value: var address } ? $"the feed {address.TrimEnd('.')} cannot be reached" : text.TrimEnd('.');

    private static IReadOnlyList<(string Code, string Text)> Errors(string output) =>
        [.. ErrorPattern().Matches(output).Select(match => (match.Groups["code"].Value, match.Groups["text"].Value.Trim())).Distinct()];

    [GeneratedRegex(@": error (?<code>[A-Z]+\d+): (?<text>[^\r\n]*?)(?: \[[^\]\r\n]*\.csproj\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex ErrorPattern();

    [GeneratedRegex(@"Unable to find package (?<name>\S+)\. No packages exist with this id in source\(s\): (?<sources>.*)")]
    private static partial Regex NoPackagePattern();

    [GeneratedRegex(@"Unable to find (a stable )?package (?<name>\S+) with version \((?<version>[^)]*\)?)\)")]
    private static partial Regex NoVersionPattern();

    [GeneratedRegex(@"Found (?<count>\d+) version\(s\) in (?<source>.+?) \[ Nearest version: (?<nearest>\S+) \]")]
    private static partial Regex FoundPattern();

    [GeneratedRegex(@"package downgrade: (?<name>\S+) from (?<needed>\S+) to (?<asked>[^\s]+?)\.? ")]
    private static partial Regex DowngradePattern();

    [GeneratedRegex(@"but (?<name>\S+) (?<asked>\S+) was not found\. \S+ (?<taken>\S+) was resolved instead")]
    private static partial Regex ResolvedInsteadPattern();

    [GeneratedRegex(@"https?://\S+|'[^']+'")]
    private static partial Regex AddressPattern();
}
