using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel.Tests;

/// <summary>A folder of packages made for a test: a package is a zip with a description in it.</summary>
public sealed class LocalFeed : IDisposable
{
    private readonly List<string> _names = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("kiln-feed").FullName;

    /// <summary>Adds a package.</summary>
    /// <param name="name">A name that no other test uses: NuGet keeps what it has seen.</param>
    /// <param name="version">Its version.</param>
    /// <param name="dependencies">Name and version of what it needs.</param>
    /// <param name="files">Path and content of its files.</param>
    internal void Add(string name, string version, IEnumerable<(string Name, string Version)> dependencies, params IEnumerable<(string Path, byte[] Content)> files)
    {
        _names.Add(name);
        using var package = ZipFile.Open(Path.Combine(Folder, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        var needs = string.Concat(dependencies.Select(need => $"""<dependency id="{need.Name}" version="{need.Version}"/>"""));
        Write(package, $"{name}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <?xml version="1.0"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
            <id>{name}</id><version>{version}</version><authors>Kiln</authors><description>For a test.</description>
            <dependencies><group targetFramework="net10.0">{needs}</group></dependencies>
            </metadata></package>
            """));
        foreach (var (path, content) in files) Write(package, path, content);
    }

    /// <summary>A package of one class with one constant.</summary>
    internal void AddLibrary(string name, string version, params IEnumerable<(string Name, string Version)> dependencies) =>
        Add(name, version, dependencies, ($"lib/net10.0/{name}.dll", Library(name, $"namespace {name}; public static class Facts {{ public static string Version => \"{version}\"; }}")));

    /// <summary>A compiled library.</summary>
    internal static byte[] Library(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return stream.ToArray();
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        foreach (var kept in _names.Distinct().Select(name => Path.Combine(PackageFolder.Path, name.ToLowerInvariant())).Where(Directory.Exists))
            Directory.Delete(kept, recursive: true);
    }

    private static void Write(ZipArchive package, string path, byte[] content)
    {
        using var stream = package.CreateEntry(path).Open();
        stream.Write(content);
    }
}
