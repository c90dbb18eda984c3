using System.IO.Compression;

namespace Kiln.Interactive.Tests.Packages;

/// <summary>The sources of the packages in another folder, packed there as for publication.</summary>
/// <param name="folder">The folder; it must not exist.</param>
internal sealed class SourceCopy(string folder)
{
    private static readonly string[] Files = ["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "LICENSE"];

    // Compiled once for both copies: what the compiler of C++ writes is not in question here.
    private static readonly string Shim = Path.Combine("artifacts", "native", "libkiln_torch.so");

    /// <summary>The packages after <see cref="PackAsync"/>.</summary>
    public string Feed => Path.Combine(folder, "feed");

    /// <summary>Copies the sources of a checkout.</summary>
    public void TakeFrom(string root)
    {
        var sources = Directory.EnumerateFiles(Path.Combine(root, "src"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path));
        foreach (var file in sources.Concat(Files).Append(Shim))
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(root, file), copy);
        }
        File.SetLastWriteTimeUtc(Path.Combine(folder, Shim), File.GetLastWriteTimeUtc(Path.Combine(folder, Files[0])) + TimeSpan.FromMinutes(1));
    }

    /// <summary>Builds and packs all packages.</summary>
    public async Task PackAsync()
    {
        foreach (var project in new[] { "Kiln.Torch", "Kiln.Interactive", "Kiln.Kernel" })
            await Programs.RunAsync(folder, new Dictionary<string, string>(), "dotnet", "pack", Path.Combine("src", project), "-c", "Release", "-o", Feed, "-v", "q", "--nologo", "-p:ContinuousIntegrationBuild=true");
    }

    /// <summary>The content of a package by the names of its files.</summary>
    public IReadOnlyDictionary<string, byte[]> ContentOf(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Feed, package));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var file = entry.Open();
            file.CopyTo(content);
            return content.ToArray();
        });
    }
}
