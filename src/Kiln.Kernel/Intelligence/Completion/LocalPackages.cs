using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>Packages that need no network: those built in, and those in NuGet's folder of packages that were restored before.</summary>
/// <param name="folder">NuGet's folder: one folder for each package, in it one for each version.</param>
internal sealed partial class LocalPackages(string folder)
{
    private const int Most = 50;

    private static readonly string[] BuiltIn = ["TorchSharp", "TorchSharp-cpu", "libtorch-cpu", "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting"];

    /// <summary>Those of this user.</summary>
    public static LocalPackages Default { get; } = new(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } moved
            ? moved
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>Names that start as typed, as their authors write them.</summary>
    public IReadOnlyList<string> Names(string typed) =>
        [.. BuiltIn.Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Concat(Folders(folder, typed).Take(Most).Select(AsWritten))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Versions that start as typed, the newest first.</summary>
    public IReadOnlyList<string> Versions(string name, string typed) =>
        [.. Folders(Path.Combine(folder, name.ToLowerInvariant()), typed).OrderByDescending(version => version, Comparer<string>.Create(Compare)).Take(Most)];

    private static IEnumerable<string> Folders(string folder, string start)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateDirectories().Select(entry => entry.Name)
                .Where(name => !name.StartsWith('.') && name.StartsWith(start, StringComparison.OrdinalIgnoreCase))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    // Folders are lower-case; the name as its author writes it stands in the package's specification.
    private string AsWritten(string name)
    {
        try
        {
            var specification = Directory.EnumerateFiles(Path.Combine(folder, name), "*.nuspec", SearchOption.AllDirectories).FirstOrDefault();
            var written = specification is null ? name : IdPattern().Match(File.ReadAllText(specification)).Groups["id"].Value;
            return written.Equals(name, StringComparison.OrdinalIgnoreCase) ? written : name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return name;
        }
    }

    private static int Compare(string a, string b)
    {
        var (left, right) = (Numbers(a), Numbers(b));
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
            if (left.ElementAtOrDefault(i).CompareTo(right.ElementAtOrDefault(i)) is not 0 and var order) return order;
        // A prerelease comes before its release.
        var (pre, other) = (a.Contains('-', StringComparison.Ordinal), b.Contains('-', StringComparison.Ordinal));
        return pre != other ? (pre ? -1 : 1) : string.CompareOrdinal(a, b);
    }

    private static long[] Numbers(string version) =>
        [.. version.Split('-', '+')[0].Split('.').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];

    [GeneratedRegex("<id>(?<id>[^<]+)</id>")]
    private static partial Regex IdPattern();
}
