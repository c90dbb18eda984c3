using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary><c>kiln run</c> as a user types it: the program of this build, in a home of its own.</summary>
public sealed class RunProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly ToolRunner _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_notebook_runs_in_its_folder_with_the_parameters_that_were_given()
    {
        File.WriteAllText(_tool.At("a.dib"), "#!csharp\n// parameters\nvar name = \"x\";\n#!csharp\nConsole.WriteLine($\"{name} in {Path.GetFileName(Directory.GetCurrentDirectory())}\");");
        var (code, output, error) = await RunAsync("run", _tool.At("a.dib"), "-p", "name=Ann");
        Assert.Equal(0, code);
        Assert.Equal($"Ann in {Path.GetFileName(_tool.Home)}\n", output);
        Assert.Contains("[3/3] Console.WriteLine", error);
        Assert.Contains("3 of 3 cells in ", error);
    }

    [Fact]
    public async Task A_notebook_that_fails_ends_with_1_and_says_where()
    {
        SlowTests.SkipUnlessAsked();
        File.WriteAllText(_tool.At("a.csx"), "var zero = 0;\n1 / zero");
        var (code, _, error) = await RunAsync("run", _tool.At("a.csx"), "--output", _tool.At("out.ipynb"), "--quiet");
        Assert.Equal(1, code);
        Assert.Contains("kiln run: cell 1, line 2: DivideByZeroException", error);
        Assert.Equal("error", (string?)Outputs(0)[^1]!["output_type"]);
    }

    [Fact]
    public async Task What_ran_is_kept_when_the_program_is_killed()
    {
        SlowTests.SkipUnlessAsked();
        File.WriteAllText(_tool.At("a.csx"), "// %%\n\"first\"\n// %%\nConsole.WriteLine(\"second\"); while (true) { }");
        using var process = await StartedAsync("second");
        process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal("execute_result", (string?)Assert.Single(Outputs(0))!["output_type"]);
    }

    [Fact]
    public async Task Ctrl_C_stops_the_cell_and_keeps_what_it_printed()
    {
        File.WriteAllText(_tool.At("a.csx"), "Console.WriteLine(\"second\"); while (true) { }");
        using var process = await StartedAsync("second");
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(["stream", "error"], Outputs(0).Select(output => (string?)output!["output_type"]));
    }

    private async Task<Process> StartedAsync(string line)
    {
        var process = Process.Start(Kiln("run", _tool.At("a.csx"), "--output", _tool.At("out.ipynb")))!;
        _ = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience) is { } printed)
            if (printed == line) return process;
        throw new InvalidOperationException($"The program ended without printing '{line}'.");
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Kiln(arguments))!;
        var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return (process.ExitCode, (await texts)[0], (await texts)[1]);
    }

    private ProcessStartInfo Kiln(params string[] arguments)
    {
        // A shell lets what it runs in the background ignore Ctrl-C, and that is inherited.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", InstalledKernel.Program(), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = _tool.Home;
        return start;
    }

    private JsonArray Outputs(int cell) => JsonNode.Parse(File.ReadAllText(_tool.At("out.ipynb")))!["cells"]![cell]!["outputs"]!.AsArray();
}
