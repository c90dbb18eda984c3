using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kiln.Kernel;

/// <summary>Runs <c>dotnet restore</c> in a folder that is gone afterwards: a killed restore leaves nothing that a later one could take for whole.</summary>
internal static class DotNetRestore
{
    private const string ProjectFile = "packages.csproj";

    // Properties of the folder's surroundings must not reach in.
    private static readonly string[] Arguments =
    [
        "restore", ProjectFile, "--nologo", "-v:q", "-nodeReuse:false", "-tl:off",
        "-p:ImportDirectoryBuildProps=false", "-p:ImportDirectoryBuildTargets=false", "-p:ImportDirectoryPackagesProps=false",
    ];

    /// <summary>Restores a project.</summary>
    /// <returns>The content of <c>project.assets.json</c>, null after a failure; and what was printed.</returns>
    /// <exception cref="PackageException">There is no SDK.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static async Task<(byte[]? Assets, string Output)> RunAsync(RestoreProject project, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-restore").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, ProjectFile), project.ToString(), cancellationToken);
            var (code, output) = await RunAsync(folder, cancellationToken);
            return (code == 0 ? await File.ReadAllBytesAsync(Path.Combine(folder, "obj", "project.assets.json"), cancellationToken) : null, output);
        }
        finally
        {
            Clear(folder);
        }
    }

    private static void Clear(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A child of a killed restore still writes; what it leaves lies among the temporary files, where nobody looks for it.
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, CancellationToken cancellationToken)
    {
        using var process = Start(folder);
        process.StandardInput.Close();
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        return (process.ExitCode, string.Join('\n', await output));
    }

    private static Process Start(string folder)
    {
        try
        {
            return Process.Start(Command("dotnet", folder))!;
        }
        catch (Win32Exception)
        {
            // Started from a menu, a server may not have the path of a shell; the runtime's own folder may hold the SDK, too.
            var beside = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
            return File.Exists(beside) ? Process.Start(Command(Path.GetFullPath(beside), folder))! : throw RestoreErrors.NoSdk();
        }
    }

    private static ProcessStartInfo Command(string program, string folder)
    {
        var start = new ProcessStartInfo(program, Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // Set where the kernel itself was started by a build; they would lead this one astray.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        // Its messages are read.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }
}
