namespace Notebooks.Tests;

/// <summary>The README's snippets, run as one notebook from top to bottom.</summary>
public class ReadmeTests
{
    private static readonly string[] Cells = ["kiln", "csharp"];
    // Two commands of a shell (run.sh and test.sh, which are tested by being run), and drawings.
    private static readonly string[] NotCells = ["sh", ""];

    [Fact]
    public void Every_block_has_a_language_that_says_whether_it_runs()
    {
        Assert.DoesNotContain(Snippets(), snippet => !Cells.Contains(snippet.Language) && !NotCells.Contains(snippet.Language));
    }

    [Fact]
    public async Task Every_cell_runs()
    {
        var cells = Snippets().Where(snippet => Cells.Contains(snippet.Language)).ToList();
        Assert.NotEmpty(cells);
        using var sandbox = await Sandbox.CreateAsync();
        await using var kernel = await KernelClient.StartAsync(sandbox);
        foreach (var cell in cells)
        {
            var result = await kernel.RunAsync(cell.Text);
            Assert.True(result.Status == "ok", $"README.md, line {cell.Line}: {result.ErrorText}\n{string.Join('\n', result.Traceback)}");
        }
    }

    private static IReadOnlyList<Snippet> Snippets() => Snippet.Read(File.ReadAllText(Repository.Readme));
}
