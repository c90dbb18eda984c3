using System.Diagnostics;

namespace Kiln.Kernel.Tests;

/// <summary>The kernel as Jupyter starts it: installed into a folder of its own.</summary>
public sealed class InstalledKernel : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _prefix = Directory.CreateTempSubdirectory("kiln-jupyter").FullName;

    public InstalledKernel() => new KernelSpecs(Path.Combine(_prefix, "share", "jupyter")).Write(new KernelSpec { Command = [Program()] });

    /// <summary>Debian's Python, which has Jupyter; the one on the path may not.</summary>
    public static string Python => "/usr/bin/python3";

    /// <summary>Runs a Python program that finds the kernelspec.</summary>
    public async Task<(int ExitCode, string Output)> RunPythonAsync(string script)
    {
        var start = new ProcessStartInfo(Python, [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["JUPYTER_PATH"] = Path.Combine(_prefix, "share", "jupyter");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(_prefix, "runtime");
        start.Environment["JUPYTER_PLATFORM_DIRS"] = "0";
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return (process.ExitCode, string.Concat(await output));
    }

    public void Dispose() => Directory.Delete(_prefix, recursive: true);

    /// <summary>The program of this build, from its own output folder: the tests' folder has no native libraries beside it.</summary>
    internal static string Program()
    {
        var folder = AppContext.BaseDirectory.Replace("Kiln.Kernel.Tests", "Kiln.Kernel", StringComparison.Ordinal);
        return Path.Combine(folder, "kiln");
    }

    /// <summary>The program as users run it, compiled ahead of time by <c>./test.sh</c>; that of this build where it is not there.</summary>
    internal static string Published()
    {
        var published = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "kiln", "kiln"));
        return File.Exists(published) ? published : Program();
    }
}
