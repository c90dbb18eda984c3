using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Kiln.Kernel;

/// <summary>Loads compiled cells and, on first use, what <c>#r</c> brought.</summary>
internal sealed class CellAssemblies() : AssemblyLoadContext("cells", isCollectible: false)
{
    private readonly Dictionary<string, string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes an assembly findable by its simple name; the first of a name stays, as in <see cref="References"/>.</summary>
    public void AddAssembly(string path)
    {
        lock (_assemblies) _assemblies.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    /// <summary>Makes an assembly's texts in another language findable.</summary>
    public void AddSatellite(string culture, string path)
    {
        lock (_assemblies) _assemblies.TryAdd($"{culture}/{Path.GetFileNameWithoutExtension(path)}", path);
    }

    /// <summary>Makes a native library findable by its file name.</summary>
    public void AddLibrary(string path)
    {
        lock (_libraries) _libraries[Path.GetFileName(path)] = path;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.CultureName is { Length: > 0 } culture) return Satellite($"{culture}/{assemblyName.Name}");
        // Kiln's own copy wins: two copies of one assembly would give two types of one name.
        var loaded = Default.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name);
        if (loaded is not null) return loaded;
        lock (_assemblies)
            return assemblyName.Name is { } name && _assemblies.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null;
    }

    private Assembly? Satellite(string name)
    {
        lock (_assemblies) return _assemblies.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] candidates = [unmanagedDllName, $"{unmanagedDllName}.so", $"lib{unmanagedDllName}.so", $"{unmanagedDllName}.dll", $"lib{unmanagedDllName}.dylib"];
        lock (_libraries)
            foreach (var candidate in candidates)
                if (_libraries.TryGetValue(candidate, out var path)) return NativeLibrary.Load(path);
        return 0;
    }
}
