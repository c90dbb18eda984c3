using System.ComponentModel;
using System.Diagnostics;

namespace Kiln.Kernel;

/// <summary>Whether <c>#r "nuget: …"</c> can work: it needs the SDK and a place to keep what it restores.</summary>
internal static class PackagesCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Run(Findings findings)
    {
        var newest = Versions().Where(version => version.Major >= Environment.Version.Major).Max();
        findings.Add(".NET SDK", newest?.ToString() ?? "none", newest is null
            ? $"#r \"nuget: …\" needs the .NET SDK {Environment.Version.Major}, and 'dotnet' has none. Install it: https://dotnet.microsoft.com/download"
            : null);
        var cache = PackageRestore.DefaultFolder();
        findings.Add("restored packages", cache, FolderCheck.Problem(cache, "Set XDG_CACHE_HOME to a folder that you may write to."));
    }

    private static List<Version> Versions()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", ["--list-sdks"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience)) process.Kill(entireProcessTree: true);
            // "10.0.401 [/usr/share/dotnet/sdk]"; previews have a dash.
            return [.. output.GetAwaiter().GetResult().Split('\n').Select(line => Version.TryParse(line.Split(' ', '-')[0], out var version) ? version : null).OfType<Version>()];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }
}
