using System.Diagnostics;

namespace Kiln.Weights.Tests;

/// <summary>Runs another program and returns what it prints.</summary>
internal static class Child
{
    public static bool Succeeds(string program, params string[] arguments) => Run(program, arguments).ExitCode == 0;

    public static string Output(string program, params string[] arguments)
    {
        var (exitCode, output, errors) = Run(program, arguments);
        Assert.True(exitCode == 0, errors);
        return output;
    }

    private static (int ExitCode, string Output, string Errors) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
