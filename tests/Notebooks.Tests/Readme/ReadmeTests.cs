namespace Notebooks.Tests;

/// <summary>The README's snippets, run as one notebook from top to bottom.</summary>
public class ReadmeTests
{
    private static readonly string[] Cells = ["kiln", "csharp"];
    // Two commands of a shell (run.sh and test.sh, which are tested by being run), and drawings.
    private static readonly string[] NotCells = ["sh", ""];
    private const string Commands = "bash";
    private static readonly TimeSpan CommandLimit = TimeSpan.FromMinutes(2);

    [Fact]
    public void Every_block_has_a_language_that_says_whether_it_runs()
    {
        Assert.DoesNotContain(Snippets(), snippet => !Cells.Contains(snippet.Language) && !NotCells.Contains(snippet.Language) && snippet.Language != Commands);
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

    [Fact]
    public async Task Every_command_of_the_tool_succeeds()
    {
        using var sandbox = await Sandbox.CreateAsync();
        // What the commands name: files, and a study.
        await File.WriteAllTextAsync(
            Path.Combine(sandbox.Work, "report.ipynb"),
            """{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","source":"// parameters\nvar epochs = 3;"},{"cell_type":"code","source":"epochs"}]}""");
        await File.WriteAllTextAsync(Path.Combine(sandbox.Work, "notes.dib"), "#!markdown\n\n# Notes\n\n#!csharp\n\n1 + 1\n");
        await File.WriteAllTextAsync(
            Path.Combine(sandbox.Work, "search.dib"),
            """
            #!csharp

            #!data digits
            #!model lenet
            Flatten(), Linear(classes)
            #!search random lenet --trials 1 --epochs 1 --space "lr=log(1e-4,1e-1)"
            """);
        await RunAsync(sandbox, ["run", "search.dib"]);
        var lines = Snippets().Where(snippet => snippet.Language == Commands).SelectMany(snippet => snippet.Text.Split('\n')).ToList();
        Assert.NotEmpty(lines);
        foreach (var words in lines.Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            Assert.Equal("kiln", words[0]);
            await RunAsync(sandbox, words[1..]);
        }
    }

    private static async Task RunAsync(Sandbox sandbox, string[] words)
    {
        var (code, output) = await ChildProcess.RunAsync(Repository.KilnTool, words, sandbox.Work, sandbox.Environment, CommandLimit);
        Assert.True(code == 0, $"kiln {string.Join(' ', words)}:\n{output}");
    }

    private static IReadOnlyList<Snippet> Snippets() => Snippet.Read(File.ReadAllText(Repository.Readme));
}
