namespace Notebooks.Tests;

/// <summary>Kiln's outputs as JupyterLab draws them: while they change, in the reader's own notebook, and in that of somebody else.</summary>
[Collection(LiveLab.Collection)]
public sealed class LabOutputTests(LiveLab live)
{
    private const string Data = "#!data digits --limit 600";
    private const string Models = "#!model net\nFlatten(), Linear(hp.Int(\"width\", 2, 64, 16)), ReLU(), Linear(classes)\n#!model wide\nFlatten(), Linear(64), ReLU(), Linear(classes)";

    private LabPage Lab => live.Page;

    [Fact]
    public async Task A_training_redraws_its_two_outputs_in_place()
    {
        await Lab.RunAsync($"{Data}\n{Models}");
        var cell = await Lab.StartAsync("#!train net --epochs 5000 --batch 1");
        var seen = new HashSet<string>();
        while (seen.Count < 3)
        {
            seen.Add(await cell.Pictures.First.GetAttributeAsync("src") ?? "");
            Assert.Equal(1, await cell.Pictures.CountAsync());
        }
        Assert.Equal(2, (await cell.OutputsAsync()).Count);
        Assert.Equal(1, await cell.Area.Locator("progress").CountAsync());
        await cell.PicturesAsync("training");

        await Lab.InterruptAsync();
        await cell.WaitForEndAsync();
        Assert.Equal("ok", (await cell.ReplyAsync()).GetProperty("status").GetString());
        Assert.Equal(2, (await cell.OutputsAsync()).Count);
        Assert.Contains("Stopped", await cell.TextAsync());
        await cell.PicturesAsync("stopped");
    }

    [Theory]
    [InlineData("train", "#!train net --epochs 2", "Best epoch", 1)]
    [InlineData("compare", "#!compare net wide --seeds 2 --epochs 2", "best for its cost", 3)]
    [InlineData("search", "#!search random net --trials 3 --epochs 1 --space \"lr=log(1e-4,1e-1)\"", "trials done", 2)]
    [InlineData("evaluate", "#!evaluate net", "accuracy", 1)]
    [InlineData("data", Data, "pictures of 8 × 8 pixels", 1)]
    [InlineData("runs", "#!runs", "best epoch", 0)]
    [InlineData("help", "#!train -h", "passes over the training data", 0)]
    public async Task What_a_reader_of_somebody_elses_notebook_sees_is_whole_without_scripts(string name, string magic, string words, int pictures)
    {
        await Lab.RunAsync($"{Data}\n{Models}\n#!train net --epochs 1");
        var stored = await (await Lab.RunAsync(magic)).ReopenAsync(trusted: false);
        var text = await stored.TextAsync();
        Assert.Contains(words, text);
        Assert.DoesNotContain("function", text);
        Assert.Equal(0, await stored.Area.Locator("script").CountAsync());
        Assert.InRange(await stored.Pictures.CountAsync(), pictures, int.MaxValue);
        var sizes = await stored.Pictures.EvaluateAllAsync<int[]>("pictures => Promise.all(pictures.map(picture => picture.decode().then(() => picture.naturalWidth)))");
        Assert.All(sizes, width => Assert.InRange(width, 200, 4000));
        await stored.PicturesAsync($"{name}-stored");
    }

    [Fact]
    public async Task In_the_readers_own_notebook_a_chart_becomes_interactive_also_when_it_is_opened_again()
    {
        Assert.SkipUnless(File.Exists(Repository.Plotly), "plotly.js was not fetched: install npm and run ./test.sh.");
        await Lab.RunAsync($"{Data}\n{Models}");
        var cell = await Lab.RunAsync("#!train net --epochs 2");
        foreach (var shown in new[] { cell, await cell.ReopenAsync(trusted: true) })
        {
            await shown.Figures.WaitForAsync();
            Assert.False(await shown.Pictures.IsVisibleAsync());
            Assert.DoesNotContain("function", await shown.TextAsync());
        }
        await cell.PicturesAsync("interactive");
    }
}
