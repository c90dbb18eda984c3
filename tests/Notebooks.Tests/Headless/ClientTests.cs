using System.Globalization;

namespace Notebooks.Tests;

/// <summary>Clients without a page: nbclient, nbconvert, and the console.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private const int Lines = 20_000;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private Sandbox _sandbox = null!;

    private static string[] Cells =>
    [
        "",
        "// only a remark",
        string.Create(CultureInfo.InvariantCulture, $"for (int i = 0; i < {Lines}; i++) Console.WriteLine(i);"),
        "int zero = 0;\nConsole.Error.WriteLine(\"careful\");\n1 / zero",
        "Console.ReadLine()",
        "zero",
    ];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _sandbox = await Sandbox.CreateAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nbclient_runs_a_notebook_with_errors_questions_and_long_output_to_its_end()
    {
        var path = Write("nbclient");
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "execute_notebook.py");
        AssertRanToItsEnd(path, await ChildProcess.RunAsync(Sandbox.Python, [script, path], _sandbox.Work, _sandbox.Environment, Limit));
    }

    [Fact]
    public async Task Nbconvert_runs_a_notebook_with_errors_questions_and_long_output_to_its_end()
    {
        var path = Write("nbconvert");
        AssertRanToItsEnd(path, await RunAsync(["nbconvert", "--to=notebook", "--execute", "--inplace", "--allow-errors", path]));
    }

    private static void AssertRanToItsEnd(string path, (int Code, string Output) run)
    {
        Assert.True(run.Code == 0, run.Output);
        var cells = NotebookFile.Read(path).CodeCells;
        Assert.Empty(cells[0].Outputs);
        Assert.Empty(cells[1].Outputs);
        Assert.Equal(Enumerable.Range(0, Lines), cells[2].Text("stdout").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line, CultureInfo.InvariantCulture)));
        Assert.Equal("careful\n", cells[3].Text("stderr"));
        Assert.Contains("DivideByZeroException", cells[3].Outputs[^1].ToString());
        Assert.Contains("allow_stdin", cells[4].Outputs.Single().ToString());
        Assert.Equal("0", cells[5].Outputs.Single().Mime("text/plain"));
    }

    [Theory]
    [InlineData("execute", "--timeout=120")]
    [InlineData("nbconvert", "--to=notebook", "--execute")]
    public async Task An_error_ends_the_run_and_is_shown_with_its_line(params string[] command)
    {
        var (code, output) = await RunAsync([.. command, Write("failing")]);
        Assert.NotEqual(0, code);
        Assert.Contains("DivideByZeroException", output);
        Assert.Contains("line 3:  1 / zero", output);
    }

    [Fact]
    public async Task A_person_works_in_the_console()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/jupyter-console"), "jupyter console is missing: apt-get install jupyter-console python3-pexpect.");
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "console_session.py");
        var (code, output) = await ChildProcess.RunAsync(Sandbox.Python, [script, "kiln"], _sandbox.Work, _sandbox.Environment, Limit);
        Assert.True(code == 0, output);
    }

    private string Write(string name)
    {
        var path = Path.Combine(_sandbox.Work, name + ".ipynb");
        NotebookFile.Of(Cells).Write(path);
        return path;
    }

    private Task<(int Code, string Output)> RunAsync(string[] arguments) =>
        ChildProcess.RunAsync(Sandbox.Jupyter, arguments, _sandbox.Work, _sandbox.Environment, Limit);
}
