using System.Buffers.Binary;

namespace Notebooks.Tests;

/// <summary>What every stored chart must survive.</summary>
internal static class StoredCharts
{
    /// <summary>Each is there as HTML, as a PNG of a size, and as text.</summary>
    public static void AreCompleteBundles(IReadOnlyList<NotebookOutput> charts)
    {
        Assert.NotEmpty(charts);
        Assert.All(charts, chart =>
        {
            Assert.Superset(new HashSet<string> { "text/html", "image/png", "text/plain" }, chart.MimeTypes.ToHashSet());
            Assert.False(string.IsNullOrWhiteSpace(chart.Mime("text/plain")));
            Assert.InRange(PngWidth(Convert.FromBase64String(chart.Mime("image/png")!.ReplaceLineEndings(""))), 600, 4000);
        });
    }

    /// <summary>The pictures of each are in an exported page.</summary>
    public static void AreIn(string page, IReadOnlyList<NotebookOutput> charts)
    {
        Figures.Tell($"{charts.Count} charts in {page.Length / 1024.0:0} KB of HTML");
        Assert.All(charts, chart => Assert.Contains(PictureOf(chart.Mime("text/html")!), page));
    }

    /// <summary>A viewer without scripts and inline SVG shows each; what it shows is kept as a picture.</summary>
    /// <param name="outputs">HTML of outputs, charts among them.</param>
    /// <param name="name">Name of the picture in artifacts/screens.</param>
    /// <returns>How many pictures were shown, and the page's text.</returns>
    public static async Task<(int Pictures, string Text)> ShowStrippedAsync(IEnumerable<string> outputs, string name)
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.Context.NewPageAsync();
        var stripped = outputs.Select(ScriptStripper.Strip).ToList();
        Assert.All(stripped, html => Assert.DoesNotContain("<script", html));

        await page.SetContentAsync(string.Concat(stripped));
        var sizes = await page.EvaluateAsync<int[]>("() => Promise.all([...document.images].map(image => image.decode().then(() => image.naturalWidth)))");
        Figures.Tell($"{sizes.Length} charts shown without scripts");
        Assert.All(sizes, width => Assert.InRange(width, 200, 4000));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts("screens"), name + ".png"), FullPage = true });
        return (sizes.Length, await page.InnerTextAsync("body"));
    }

    private static string PictureOf(string html)
    {
        var start = html.IndexOf("data:image/svg+xml", StringComparison.Ordinal);
        return html[start..html.IndexOf('"', start)];
    }

    // The width stands in the first chunk, big end first: https://www.w3.org/TR/png/#11IHDR
    private static int PngWidth(byte[] png) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16, 4));
}
