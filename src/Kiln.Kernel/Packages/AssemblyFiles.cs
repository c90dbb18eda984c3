using System.Reflection;

namespace Kiln.Kernel;

/// <summary>The assemblies that cells named by their path.</summary>
internal sealed class AssemblyFiles(References references, CellAssemblies assemblies)
{
    private readonly Dictionary<string, (string Path, DateTime Written)> _files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes an assembly known to compiler and loader, and those beside it to the loader.</summary>
    /// <param name="typed">The path as typed; it starts at the notebook.</param>
    /// <returns>What the user should know, or null.</returns>
    /// <exception cref="PackageException">The file is no .NET assembly.</exception>
    public string? Add(string typed)
    {
        var path = Path.GetFullPath(typed);
        // A missing file is left to the compiler, which names the line and knows the framework's names.
        if (!File.Exists(path)) return null;
        var name = NameOf(path, typed);
        var file = (path, File.GetLastWriteTimeUtc(path));
        if (_files.TryGetValue(name, out var loaded)) return Difference(name, loaded, file);
        _files[name] = file;
        references.Add(path);
        assemblies.AddAssembly(path);
        foreach (var beside in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll"))
            if (!OwnAssemblies.Has(beside)) assemblies.AddAssembly(beside);
        return null;
    }

    private static string? Difference(string name, (string Path, DateTime Written) loaded, (string Path, DateTime Written) file)
    {
        if (loaded.Path != file.Path) return $"An assembly called {name} is loaded already, from {loaded.Path}. Restart the kernel to use {file.Path}.";
        return loaded.Written == file.Written ? null : $"{file.Path} has changed since it was loaded. Restart the kernel to use it as it is now.";
    }

    private static string NameOf(string path, string typed)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path).Name ?? Path.GetFileNameWithoutExtension(path);
        }
        catch (BadImageFormatException)
        {
            throw new PackageException($"#r \"{typed}\": this file is no .NET assembly. Name a .dll that was built from C#, F# or Visual Basic; native libraries are loaded by DllImport.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackageException($"#r \"{typed}\": the file cannot be read ({e.Message.TrimEnd('.')}).");
        }
    }
}
