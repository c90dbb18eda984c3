using System.Reflection;
using System.Runtime.InteropServices;

namespace Kiln.Kernel;

/// <summary>The assemblies that this program runs on: its own, its libraries' and the framework's.</summary>
/// <remarks>They are loaded or will be; a second copy from a package would give two types of one name.</remarks>
internal static class OwnAssemblies
{
    private static readonly Lazy<Dictionary<string, string>> ByName = new(Read);

    /// <summary>The path of the assembly of a simple name, or null.</summary>
    public static string? Find(string name) => ByName.Value.GetValueOrDefault(name);

    /// <summary>Whether there is one of our own of the same name as a file.</summary>
    public static bool Has(string path) => ByName.Value.ContainsKey(Path.GetFileNameWithoutExtension(path));

    /// <summary>What the user should know where ours takes the place of a package's; null where it makes no difference.</summary>
    /// <param name="own">Our file.</param>
    /// <param name="package">The package's file.</param>
    public static string? Remark(string own, string package)
    {
        if (Path.GetFullPath(own).StartsWith(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..")), StringComparison.Ordinal)) return null;
        var (ours, theirs) = (AssemblyName.GetAssemblyName(own), AssemblyName.GetAssemblyName(package));
        return ours.Version?.Major == theirs.Version?.Major
            ? null
            : $"{ours.Name} {ours.Version?.ToString(3)} is part of Kiln and is used in place of {theirs.Version?.ToString(3)}; code for the other version may need other names.";
    }

    private static Dictionary<string, string> Read()
    {
        var paths = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths) byName.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        return byName;
    }
}
