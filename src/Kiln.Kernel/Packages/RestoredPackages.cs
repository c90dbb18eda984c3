using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>What a restore brought: the packages asked for and those that they need.</summary>
/// <param name="Packages">All of them.</param>
/// <param name="Remarks">What the user should know of it.</param>
internal sealed record RestoredPackages(IReadOnlyList<RestoredPackage> Packages, IReadOnlyList<string> Remarks)
{
    /// <summary>The package of a name, or null.</summary>
    public RestoredPackage? Find(string name) => Packages.FirstOrDefault(package => package.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads what restore wrote; null where there is none, or where a package has been removed from the disk since.</summary>
    /// <param name="path">A <c>project.assets.json</c>.</param>
    public static RestoredPackages? Read(string path)
    {
        try
        {
            return Read((JsonObject)JsonNode.Parse(File.ReadAllText(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidCastException or InvalidOperationException or NullReferenceException)
        {
            // Lost or damaged: whoever asks restores again.
            return null;
        }
    }

    private static RestoredPackages? Read(JsonObject assets)
    {
        var folders = assets["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        // The target with the platform in its name is the longest; it has the native files.
        var target = assets["targets"]!.AsObject().MaxBy(entry => entry.Key.Length).Value!.AsObject();
        var packages = new List<RestoredPackage>();
        foreach (var (library, files) in target)
        {
            if ((string?)assets["libraries"]![library]!["path"] is not { } relative) continue;
            if (folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(Directory.Exists) is not { } root) return null;
            packages.Add(Package(library.Split('/'), root, files!.AsObject()));
        }
        return new RestoredPackages(packages, []);
    }

    private static RestoredPackage Package(string[] name, string root, JsonObject files) => new(name[0], name[1])
    {
        Root = root,
        Compile = [.. Files(root, files, "compile").Select(file => file.Path)],
        Runtime = [.. Files(root, files, "runtime").Select(file => file.Path)],
        Native = [.. Files(root, files, "native").Select(file => file.Path)],
        Satellites = [.. Files(root, files, "resource").Select(file => ((string?)file.Details["locale"] ?? "", file.Path))],
        HasDependencies = files["dependencies"] is JsonObject { Count: > 0 },
    };

    // "_._" marks an empty folder.
    private static IEnumerable<(string Path, JsonNode Details)> Files(string root, JsonObject package, string kind) =>
        (package[kind] as JsonObject ?? []).Where(file => !file.Key.EndsWith("_._", StringComparison.Ordinal)).Select(file => (Path.Combine(root, file.Key), file.Value!));
}
