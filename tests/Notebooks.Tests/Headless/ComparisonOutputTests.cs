namespace Notebooks.Tests;

/// <summary>What comparisons, the table of runs and a search leave behind, in every place that shows a stored notebook.</summary>
public sealed class ComparisonOutputTests(ExecutedComparison executed) : IClassFixture<ExecutedComparison>
{
    private const int Compare = 3, OverData = 4, Runs = 5, Scatter = 6, Search = 7, Value = 8;

    [Fact]
    public void No_cell_ends_in_an_error() =>
        Assert.DoesNotContain(executed.Notebook.CodeCells.SelectMany(cell => cell.Outputs), output => output.Type == "error");

    [Theory]
    [InlineData(Compare, 3)]
    [InlineData(OverData, 1)]
    [InlineData(Runs, 0)]
    [InlineData(Scatter, 1)]
    [InlineData(Value, 1)]
    public void Each_cell_stores_its_charts_with_html_png_and_text(int cell, int charts)
    {
        var stored = executed.Notebook.CodeCells[cell];
        Figures.Tell($"{stored.Source.Split('\n')[0]} … stores {stored.StoredBytes / 1024.0:0} KB");
        var pictures = stored.Outputs.Where(output => output.IsChart).ToList();
        Assert.Equal(charts, pictures.Count);
        if (charts > 0) StoredCharts.AreCompleteBundles(pictures);
        Assert.InRange(stored.StoredBytes, 1, 400 * 1024);
    }

    [Fact]
    public void A_search_stores_its_charts_with_html_png_and_text() =>
        StoredCharts.AreCompleteBundles([.. executed.Notebook.CodeCells[Search].Outputs.Where(output => output.IsChart)]);

    [Fact]
    public void The_html_export_has_every_chart_and_every_table()
    {
        StoredCharts.AreIn(executed.Html, executed.Charts);
        foreach (var head in new[] { "best for its cost", "p after Holm", "mean rank", "best epoch" }) Assert.Contains($"{head}</th>", executed.Html);
    }

    [Fact]
    public async Task A_viewer_that_strips_scripts_still_shows_every_chart_and_table()
    {
        var outputs = executed.Notebook.CodeCells.Skip(Compare).SelectMany(cell => cell.Outputs).Select(output => output.Mime("text/html")).OfType<string>();
        var (pictures, text) = await StoredCharts.ShowStrippedAsync(outputs, "comparison-without-scripts");
        // The value of Lab.Compare is one output with all its charts.
        Assert.InRange(pictures, executed.Charts.Count, int.MaxValue);
        foreach (var part in new[] { "Cannot tell yet", "best for its cost", "p after Holm", "Friedman's test", "seed", "best epoch" }) Assert.Contains(part, text);
    }

    [Fact]
    public void The_plain_text_of_a_comparison_stands_alone()
    {
        var text = string.Join('\n', executed.Notebook.CodeCells[Compare].Outputs.Select(output => output.Mime("text/plain")));
        foreach (var part in new[] { "has the best mean of 3", "small", "large-and-with-a-long-name", "95 % interval", "p after Holm", "Validation accuracy: mean of 3 runs" })
            Assert.Contains(part, text);
        Assert.DoesNotContain("<", text.Replace("p < 0.001", ""));
    }
}
