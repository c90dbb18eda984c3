namespace Notebooks.Tests;

/// <summary>What the first-light notebook leaves behind when it was executed without a browser.</summary>
public sealed class FirstLightTests(ExecutedFirstLight executed) : IClassFixture<ExecutedFirstLight>
{
    private const int MostBytes = 200 * 1024;

    [Fact]
    public void No_cell_ends_in_an_error()
    {
        Assert.DoesNotContain(executed.Notebook.CodeCells.SelectMany(cell => cell.Outputs), output => output.Type == "error");
        Assert.All(executed.Notebook.CodeCells, cell => Assert.True(cell.Outputs.Count > 0, "This cell shows nothing:\n" + cell.Source));
    }

    [Fact]
    public void A_training_cell_stores_at_most_200_KB()
    {
        var training = executed.Notebook.CodeCells.Where(cell => cell.Source.Contains("#!train", StringComparison.Ordinal) || cell.Source.Contains("Lab.Train", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(training);
        foreach (var cell in training) Figures.Tell($"{cell.Source.Split('\n')[0]} … stores {cell.StoredBytes / 1024.0:0} KB");
        Assert.All(training, cell => Assert.InRange(cell.StoredBytes, 1, MostBytes));
    }

    [Fact]
    public void Every_chart_is_stored_as_html_as_png_and_as_text() => StoredCharts.AreCompleteBundles(executed.Charts);

    [Fact]
    public void The_html_export_contains_every_chart() => StoredCharts.AreIn(executed.Html, executed.Charts);

    [Fact]
    public async Task A_viewer_that_strips_scripts_still_shows_every_chart()
    {
        var (pictures, _) = await StoredCharts.ShowStrippedAsync(executed.Charts.Select(chart => chart.Mime("text/html")!), "without-scripts");
        Assert.Equal(executed.Charts.Count, pictures);
    }
}
