using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>A page that runs cells and shows them with JupyterLab's own packages; its script is in <c>page/</c>.</summary>
internal sealed class LabPage
{
    private LabPage(IPage page) => Page = page;

    /// <summary>The browser's page.</summary>
    public IPage Page { get; }

    /// <summary>Opens the page, which the server serves, and a session of our kernel in it.</summary>
    public static async Task<LabPage> OpenAsync(Chromium browser, JupyterServer server)
    {
        var page = await browser.Context.NewPageAsync();
        page.SetDefaultTimeout((float)NotebookPage.Patience.TotalMilliseconds);
        await page.GotoAsync($"{server.Address}/static/page.html?token={server.Token}");
        await page.EvaluateAsync("() => kilnLab.open('lab.ipynb', 'kiln')").WaitAsync(NotebookPage.Patience);
        return new(page);
    }

    /// <summary>Runs a cell to its end.</summary>
    public async Task<LabCell> RunAsync(string code)
    {
        var cell = await StartAsync(code);
        await cell.WaitForEndAsync();
        return cell;
    }

    /// <summary>Starts a cell.</summary>
    public async Task<LabCell> StartAsync(string code) => new(this, await Page.EvaluateAsync<int>("code => kilnLab.start(code)", code));

    /// <summary>Stops what runs, as the button of JupyterLab does.</summary>
    public Task InterruptAsync() => Page.EvaluateAsync("() => kilnLab.interrupt()");

    /// <summary>Puts JupyterLab's <c>light</c> or <c>dark</c> theme on; another one must be on.</summary>
    public Task DressAsync(string theme) => Page.EvaluateAsync(
        """
        theme => new Promise(done => {
          const link = document.getElementById("theme");
          link.onload = done;
          link.href = theme + ".css";
          document.body.dataset.jpThemeLight = theme === "light";
        })
        """, theme);
}
