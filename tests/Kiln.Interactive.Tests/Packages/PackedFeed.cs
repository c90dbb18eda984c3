using System.IO.Compression;

namespace Kiln.Interactive.Tests.Packages;

/// <summary>The packages of this build in a folder that serves as a feed, and an empty folder to use them in.</summary>
[CollectionDefinition(Collection)]
public sealed class PackedFeed : IAsyncLifetime, ICollectionFixture<PackedFeed>
{
    /// <summary>The tests that share it.</summary>
    internal const string Collection = "packages";

    private readonly string _root = Directory.CreateTempSubdirectory("kiln-packages").FullName;

    /// <summary>Where the packages lie.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <summary>Where they are used; nothing else is there.</summary>
    public string Empty => Directory.CreateDirectory(Path.Combine(_root, "empty")).FullName;

    /// <summary>Unpacked packages and the lab's store stay out of the user's folders; what others have fetched is at hand.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(_root, "unpacked"),
        ["KILN_HOME"] = Path.Combine(_root, "store"),
        ["OMP_NUM_THREADS"] = "1",
    };

    public async ValueTask InitializeAsync()
    {
        var output = AppContext.BaseDirectory.TrimEnd('/');
        var (configuration, root) = (Path.GetFileName(output), Path.GetFullPath(Path.Combine(output, "..", "..", "..", "..")));
        foreach (var project in new[] { "Kiln.Torch", "Kiln.Interactive", "Kiln.Kernel" })
            await Programs.RunAsync(root, new Dictionary<string, string>(), "dotnet", "pack", Path.Combine("src", project), "-c", configuration, "--no-build", "-o", Folder, "-v", "q", "--nologo");
        await File.WriteAllTextAsync(Path.Combine(Empty, "nuget.config"), $"""
            <configuration><packageSources><add key="kiln" value="{Folder}" /></packageSources></configuration>
            """);
    }

    /// <summary>The files in a package.</summary>
    public IReadOnlyList<string> FilesOf(string id) => Read(id, package => package.Entries.Select(entry => entry.FullName).ToList());

    /// <summary>A text in a package.</summary>
    public string TextOf(string id, string file) => Read(id, package =>
    {
        using var reader = new StreamReader(package.Entries.Single(entry => entry.FullName == file).Open());
        return reader.ReadToEnd();
    });

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private T Read<T>(string id, Func<ZipArchive, T> read)
    {
        // The id is followed by the version: "Kiln.0.1.0", not "Kiln.Torch.0.1.0".
        var path = Directory.EnumerateFiles(Folder, $"{id}.*.nupkg").Single(path => char.IsDigit(Path.GetFileName(path)[id.Length + 1]));
        using var package = ZipFile.OpenRead(path);
        return read(package);
    }
}
