using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Kiln.Kernel;

/// <summary>Fetches NuGet packages: a generated project, <c>dotnet restore</c>, and its list of files.</summary>
/// <remarks>A restored set is found again by its hash, in milliseconds.</remarks>
/// <param name="cacheFolder">Where the generated projects lie.</param>
internal sealed class PackageRestore(string cacheFolder)
{
    private readonly SortedDictionary<string, string> _requested = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _sources = new(StringComparer.Ordinal);

    /// <summary>Below <c>XDG_CACHE_HOME</c> or its default.</summary>
    public static string DefaultFolder()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache)) cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "kiln", "packages");
    }

    /// <summary>Looks into one more feed from now on.</summary>
    public void AddSource(string source) => _sources.Add(source);

    /// <summary>Restores a session's packages together with these.</summary>
    /// <exception cref="PackageException">A package or version does not exist, or no feed can be reached.</exception>
    public async Task<RestoredPackages> RestoreAsync(IReadOnlyList<PackageRequest> packages, CancellationToken cancellationToken)
    {
        var wanted = new SortedDictionary<string, string>(_requested, StringComparer.OrdinalIgnoreCase);
        foreach (var package in packages) wanted[package.Name] = package.Version;
        var project = Project(wanted).ToString();
        var folder = Path.Combine(cacheFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        var assets = Path.Combine(folder, "obj", "project.assets.json");
        var floating = wanted.Values.Any(version => version.Contains('*', StringComparison.Ordinal));
        if (!File.Exists(assets) || floating) await RestoreAsync(folder, project, assets, cancellationToken);
        foreach (var (name, version) in wanted) _requested[name] = version;
        return RestoredPackages.Read(assets);
    }

    private static async Task RestoreAsync(string folder, string project, string assets, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "packages.csproj"), project, cancellationToken);
        using var process = Process.Start(Restore(folder)) ?? throw new PackageException("#r nuget: 'dotnet' did not start. Install the .NET SDK.");
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode == 0) return;
        // A failed restore writes the file, too: the next cell must not take it for good.
        File.Delete(assets);
        throw new PackageException("#r nuget: restore failed.\n" + Errors(await output));
    }

    private static ProcessStartInfo Restore(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["restore", "packages.csproj", "--nologo", "-v:q", "-nodeReuse:false", "-tl:off"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // Set where the kernel itself was started by a build; they would lead this one astray.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        return start;
    }

    private static string Errors(string[] output) => string.Join('\n', output
        .SelectMany(text => text.Split('\n'))
        .Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[Math.Max(0, line.IndexOf("error", StringComparison.OrdinalIgnoreCase))..].Split(" [")[0].Trim())
        .Distinct());

    private XElement Project(IReadOnlyDictionary<string, string> packages) => new(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
            new XElement("RuntimeIdentifier", Platform()),
            new XElement("SelfContained", "false"),
            new XElement("UseAppHost", "false"),
            new XElement("NuGetAudit", "false"),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', _sources))),
        new XElement(
            "ItemGroup",
            new XElement("FrameworkReference", new XAttribute("Include", "Microsoft.AspNetCore.App")),
            packages.Select(package => new XElement(
                "PackageReference", new XAttribute("Include", package.Key), new XAttribute("Version", package.Value)))));

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
