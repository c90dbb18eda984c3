namespace Kiln.Kernel;

/// <summary>Packages to propose without a network: those built in, and those that NuGet fetched before.</summary>
internal static class PackageNames
{
    private const int Most = 50;

    private static readonly string[] BuiltIn = ["TorchSharp", "TorchSharp-cpu", "libtorch-cpu", "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting"];

    /// <summary>Names that start as typed, as their authors write them.</summary>
    public static IReadOnlyList<string> Of(string typed) =>
        [.. BuiltIn.Where(name => Starts(name, typed))
            .Concat(Safely(() => PackageFolder.Names().Where(name => Starts(name, typed)).Take(Most).Select(PackageFolder.Spelling)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Versions that start as typed, the newest first.</summary>
    public static IReadOnlyList<string> Versions(string name, string typed) =>
        name.Length == 0 ? [] : Safely(() => PackageFolder.Versions(name).Where(version => Starts(version, typed)).Take(Most));

    private static bool Starts(string name, string typed) => !name.StartsWith('.') && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Safely(Func<IEnumerable<string>> names)
    {
        try
        {
            return [.. names()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A folder that cannot be read has no proposals; restoring tells what is wrong with it.
            return [];
        }
    }
}
