namespace Notebooks.Tests;

/// <summary>The notebook of reference results, executed as it is: its last cell fails where a figure falls short.</summary>
public sealed class ReferenceResultsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(40);

    [Fact]
    public async Task The_usual_models_reach_what_they_should()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "a quarter of an hour: run ./test.sh --all");
        using var sandbox = await Sandbox.CreateAsync();
        var path = Path.Combine(sandbox.Work, "02-reference-results.ipynb");
        File.Copy(Path.Combine(Repository.Root, "notebooks", "02-reference-results.ipynb"), path);
        var (code, output) = await ChildProcess.RunAsync(
            Sandbox.Jupyter, ["nbconvert", "--to", "notebook", "--execute", "--inplace", "--ExecutePreprocessor.timeout=2400", path],
            sandbox.Work, sandbox.Environment, Patience);
        Assert.True(code == 0, output);
        var table = NotebookFile.Read(path).CodeCells.Last().Outputs.First();
        TestContext.Current.TestOutputHelper?.WriteLine(table.Mime("text/plain") ?? "");
    }
}
