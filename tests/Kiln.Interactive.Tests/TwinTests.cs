namespace Kiln.Interactive.Tests;

public class TwinTests : SessionFixture
{
    private static readonly string[] Cells =
    [
        "#!data digits --limit 600",
        "#!model net\nFlatten(), Linear(hp.Int(\"width\", 2, 64, 16)), ReLU(), Linear(classes)",
        "#!model wide\nFlatten(), Linear(64), ReLU(), Linear(classes)\n#!train net --epochs 3",
        "#!compare net wide --seeds 3 --epochs 1",
        "#!evaluate wide",
        "#!search random net --trials 3 --epochs 1 --space \"lr=log(1e-4,1e-1)\"",
        "#!search status net-random",
        "#!search best net-random",
        "#!train -h",
    ];

    [Fact]
    public async Task A_notebook_says_the_same_in_both_kernels()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "twins", Guid.NewGuid().ToString("n"));
        var kernel = TwinNotebook.InKernelAsync(folder, Cells);
        var notebook = await ContractNotebook.OpenAsync();
        List<string> here = [];
        foreach (var cell in Cells) here.Add((await notebook.RunAsync(cell)).Text);
        Assert.Equal((await kernel).Select(TwinNotebook.Comparable), here.Select(TwinNotebook.Comparable));
        Directory.Delete(folder, recursive: true);
    }
}
