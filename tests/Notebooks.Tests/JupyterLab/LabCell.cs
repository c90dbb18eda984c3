using System.Text.Json;
using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>A cell and the output area below it.</summary>
/// <param name="lab">The page.</param>
/// <param name="place">Its place among the page's output areas.</param>
internal sealed class LabCell(LabPage lab, int place)
{
    /// <summary>The output area.</summary>
    public ILocator Area => lab.Page.Locator("#cells > .jp-OutputArea").Nth(place);

    /// <summary>The pictures of charts, whether a figure has taken their place or not.</summary>
    public ILocator Pictures => Area.Locator("img[src^='data:image/']");

    /// <summary>The interactive figures.</summary>
    public ILocator Figures => Area.Locator(".js-plotly-plot:has(.main-svg)");

    /// <summary>Waits until the cell has run.</summary>
    public Task WaitForEndAsync() => lab.Page.EvaluateAsync("place => kilnLab.wait(place)", place).WaitAsync(NotebookPage.Patience);

    /// <summary>Waits until the outputs hold a text.</summary>
    public Task WaitForTextAsync(string text) => Area.GetByText(text).First.WaitForAsync();

    /// <summary>The text of the outputs as a reader sees it.</summary>
    public Task<string> TextAsync() => Area.InnerTextAsync();

    /// <summary>The outputs as JupyterLab would store them.</summary>
    public async Task<IReadOnlyList<JsonElement>> OutputsAsync() =>
        [.. (await lab.Page.EvaluateAsync<JsonElement>("place => kilnLab.outputs(place)", place)).EnumerateArray()];

    /// <summary>The content of the reply to the cell.</summary>
    public Task<JsonElement> ReplyAsync() => lab.Page.EvaluateAsync<JsonElement>("place => kilnLab.reply(place)", place);

    /// <summary>The outputs as another notebook with the same outputs shows them when it is opened.</summary>
    /// <param name="trusted">Whether the notebook is the reader's own.</param>
    public async Task<LabCell> ReopenAsync(bool trusted) =>
        new(lab, await lab.Page.EvaluateAsync<int>("([place, trusted]) => kilnLab.reopen(place, trusted)", new object[] { place, trusted }));

    /// <summary>How many elements of the outputs a selector of CSS finds.</summary>
    public Task<int> CountAsync(string selector) => Area.Locator(selector).CountAsync();

    /// <summary>Writes a picture of the outputs on each of JupyterLab's themes to artifacts/screens.</summary>
    public async Task PicturesAsync(string name)
    {
        foreach (var theme in new[] { "dark", "light" })
        {
            await lab.DressAsync(theme);
            await Area.ScrollIntoViewIfNeededAsync();
            await Area.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts("screens"), $"lab-{name}-{theme}.png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}
