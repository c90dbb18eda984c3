using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kiln.Kernel;

/// <summary>The kernelspecs of one Jupyter data folder.</summary>
/// <param name="dataFolder">Such as <c>~/.local/share/jupyter</c>.</param>
internal sealed class KernelSpecs(string dataFolder)
{
    private const string LogoPrefix = "Kiln.Kernel.Installation.Logo.";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _kernels = Path.Combine(dataFolder, "kernels");

    /// <summary>What is installed there, in order of names.</summary>
    public IReadOnlyList<InstalledSpec> List() =>
        Directory.Exists(_kernels) ? [.. Directory.EnumerateDirectories(_kernels).Order(StringComparer.Ordinal).Select(InstalledSpec.Read).OfType<InstalledSpec>()] : [];

    /// <summary>The kernelspec of a name, or null.</summary>
    public InstalledSpec? Find(string name) => InstalledSpec.Read(Path.Combine(_kernels, name));

    /// <summary>Writes a kernelspec; repeating it changes nothing.</summary>
    /// <returns>The folder written.</returns>
    public string Write(KernelSpec spec)
    {
        var folder = Path.Combine(_kernels, spec.Name);
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var (name, content) in Logos().Concat(spec.Resources.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))))
        {
            WholeFile.Write(Path.Combine(folder, name), content);
            files.Add(name);
        }
        // Last: Jupyter sees the kernel when this is there, and then everything is.
        WholeFile.Write(Path.Combine(folder, InstalledSpec.FileName), spec.ToJson(files).ToJsonString(Readable) + "\n");
        return folder;
    }

    /// <summary>Removes what Kiln wrote.</summary>
    /// <returns>Whether the folder is gone; it stays where somebody put other files into it.</returns>
    public static bool Remove(InstalledSpec spec)
    {
        File.Delete(Path.Combine(spec.Folder, InstalledSpec.FileName));
        foreach (var file in spec.Files) File.Delete(Path.Combine(spec.Folder, file));
        if (Directory.EnumerateFileSystemEntries(spec.Folder).Any()) return false;
        Directory.Delete(spec.Folder);
        return true;
    }

    private static IEnumerable<(string Name, byte[] Content)> Logos()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(LogoPrefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return (resource[LogoPrefix.Length..], content);
        }
    }
}
