using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>The files of restored packages.</summary>
internal sealed record RestoredPackages
{
    /// <summary>Assemblies to compile against.</summary>
    public List<string> Compile { get; } = [];

    /// <summary>Assemblies to load.</summary>
    public List<string> Runtime { get; } = [];

    /// <summary>Native libraries of this platform.</summary>
    public List<string> Native { get; } = [];

    /// <summary>The version that each package resolved to.</summary>
    public Dictionary<string, string> Versions { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads what restore wrote.</summary>
    /// <param name="path">A <c>project.assets.json</c>.</param>
    public static RestoredPackages Read(string path)
    {
        var assets = JsonNode.Parse(File.ReadAllText(path))!;
        var folders = assets["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        // The target with the platform in its name is the longest; it has the native files.
        var target = assets["targets"]!.AsObject().MaxBy(entry => entry.Key.Length).Value!.AsObject();
        var packages = new RestoredPackages();
        foreach (var (library, files) in target)
        {
            if ((string?)assets["libraries"]![library]!["path"] is not { } relative) continue;
            var root = folders.Select(folder => Path.Combine(folder, relative)).First(Directory.Exists);
            var name = library.Split('/');
            packages.Versions[name[0]] = name[1];
            packages.Compile.AddRange(Files(root, files!, "compile"));
            packages.Runtime.AddRange(Files(root, files!, "runtime"));
            packages.Native.AddRange(Files(root, files!, "native"));
        }
        return packages;
    }

    // "_._" marks an empty folder.
    private static IEnumerable<string> Files(string root, JsonNode package, string kind) =>
        (package[kind]?.AsObject() ?? []).Where(file => !file.Key.EndsWith("_._", StringComparison.Ordinal)).Select(file => Path.Combine(root, file.Key));
}
