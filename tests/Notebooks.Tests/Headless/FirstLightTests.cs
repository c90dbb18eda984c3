using System.Buffers.Binary;

namespace Notebooks.Tests;

/// <summary>What the first-light notebook leaves behind when it was executed without a browser.</summary>
public sealed class FirstLightTests(ExecutedFirstLight executed) : IClassFixture<ExecutedFirstLight>
{
    private const int MostBytes = 200 * 1024;

    private IReadOnlyList<NotebookOutput> Charts => [.. executed.Notebook.CodeCells.SelectMany(cell => cell.Outputs).Where(output => output.IsChart)];

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
    public void Every_chart_is_stored_as_html_as_png_and_as_text()
    {
        Assert.NotEmpty(Charts);
        Assert.All(Charts, chart =>
        {
            Assert.Superset(new HashSet<string> { "text/html", "image/png", "text/plain" }, chart.MimeTypes.ToHashSet());
            Assert.False(string.IsNullOrWhiteSpace(chart.Mime("text/plain")));
            Assert.InRange(PngWidth(Convert.FromBase64String(chart.Mime("image/png")!.ReplaceLineEndings(""))), 600, 4000);
        });
    }

    [Fact]
    public void The_html_export_contains_every_chart()
    {
        Figures.Tell($"{Charts.Count} charts in {executed.Html.Length / 1024.0:0} KB of HTML");
        Assert.All(Charts, chart => Assert.Contains(PictureOf(chart.Mime("text/html")!), executed.Html));
    }

    [Fact]
    public async Task A_viewer_that_strips_scripts_still_shows_every_chart()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.Context.NewPageAsync();
        var stripped = Charts.Select(chart => ScriptStripper.Strip(chart.Mime("text/html")!)).ToList();
        Assert.All(stripped, html => Assert.DoesNotContain("<script", html));

        await page.SetContentAsync(string.Concat(stripped));
        var sizes = await page.EvaluateAsync<int[]>("() => Promise.all([...document.images].map(image => image.decode().then(() => image.naturalWidth)))");

        Figures.Tell($"{sizes.Length} charts shown without scripts");
        Assert.Equal(Charts.Count, sizes.Length);
        Assert.All(sizes, width => Assert.InRange(width, 200, 4000));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts("screens"), "without-scripts.png"), FullPage = true });
    }

    private static string PictureOf(string html)
    {
        var start = html.IndexOf("data:image/svg+xml", StringComparison.Ordinal);
        return html[start..html.IndexOf('"', start)];
    }

    // The width stands in the first chunk, big end first: https://www.w3.org/TR/png/#11IHDR
    private static int PngWidth(byte[] png) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16, 4));
}
