using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Kiln.Charts.Tests;

/// <summary>The real plotly.js from npm in node, installed once under artifacts/npm.</summary>
internal static class Plotly
{
    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "Kiln.Charts.Tests", "plotly");
    private static readonly SemaphoreSlim OneInstall = new(1);

    /// <summary>Runs Plotly.validate on figures.</summary>
    /// <returns>One line of JSON for each figure with a complaint, then <c>checked N</c>.</returns>
    public static async Task<string> ValidateAsync(IReadOnlyDictionary<string, string> figures)
    {
        var modules = await InstallAsync();
        var folder = Directory.CreateTempSubdirectory("kiln-plotly-").FullName;
        try
        {
            foreach (var (name, figure) in figures) await File.WriteAllTextAsync(Path.Combine(folder, name + ".json"), figure);
            return await RunAsync("node", folder, Path.Combine(Sources, "validate.cjs"), modules, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> InstallAsync()
    {
        var package = await File.ReadAllTextAsync(Path.Combine(Sources, "package.json"));
        // A folder for each list of packages: a changed list installs anew, an unchanged one never again.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(package)))[..12];
        var folder = Path.Combine(Repository.Root, "artifacts", "npm", "plotly-" + hash);
        await OneInstall.WaitAsync();
        try
        {
            if (!File.Exists(Path.Combine(folder, "installed")))
            {
                Directory.CreateDirectory(folder);
                await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), package);
                await RunAsync("npm", folder, "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error");
                await File.WriteAllTextAsync(Path.Combine(folder, "installed"), "");
            }
        }
        finally
        {
            OneInstall.Release();
        }
        return Path.Combine(folder, "node_modules");
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = new Process { StartInfo = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail($"{program} was not found: install Node.js 18 or newer with npm (apt-get install nodejs npm).");
        }
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) Assert.Fail($"{program} {arguments[0]} failed: {Brief(await error)}");
        return await output;
    }

    /// <summary>The line with the error; node prints the whole minified source before it.</summary>
    private static string Brief(string error) => error.Split('\n').Select(line => line.Trim())
        .Where(line => line.Length is > 0 and < 300).OrderByDescending(line => line.Contains("Error:") || line.StartsWith("npm error", StringComparison.Ordinal))
        .FirstOrDefault("no message");
}
