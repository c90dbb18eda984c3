namespace Notebooks.Tests;

/// <summary>Comparisons, the table of runs and a search as a person sees them in Jupyter Notebook 6.</summary>
public sealed class ComparisonInNotebookTests(LiveNotebook live) : IClassFixture<LiveNotebook>
{
    private const int Compare = 3, OverData = 4, Runs = 5, Scatter = 6, Search = 7;

    [Fact]
    public async Task Their_charts_and_tables_are_there_and_again_after_save_and_reload()
    {
        var notebook = await live.OpenAsync("compared", ExecutedComparison.Sources);
        await notebook.RunAllAsync();
        await notebook.WaitForEndAsync(ExecutedComparison.Sources.Length - 1);
        await LookAsync(notebook, "comparison");
        await notebook.SaveAsync();
        await notebook.ReloadAsync();
        await LookAsync(notebook, "comparison-reloaded");
        foreach (var (cell, name) in new[] { (Compare, "compare"), (OverData, "compare-data"), (Runs, "runs"), (Scatter, "scatter"), (Search, "search") })
            await notebook.DarkPictureAsync(cell, name + "-dark");
    }

    private static async Task LookAsync(NotebookPage notebook, string name)
    {
        Assert.InRange(await notebook.VisibleChartsAsync(Compare), 3, 3);
        Assert.InRange(await notebook.VisibleChartsAsync(OverData), 1, 1);
        Assert.InRange(await notebook.VisibleChartsAsync(Scatter), 1, 1);
        Assert.InRange(await notebook.VisibleChartsAsync(Search), 1, int.MaxValue);
        foreach (var (cell, part) in new[] { (Compare, "best for its cost"), (OverData, "Friedman's test"), (Runs, "best epoch"), (Search, "lr") })
            Assert.Contains(part, await notebook.TextAsync(cell));
        foreach (var cell in new[] { Compare, OverData, Runs, Scatter, Search }) await notebook.PictureAsync(cell, $"{name}-{cell}");
    }
}
