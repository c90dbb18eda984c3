using System.Globalization;
using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>A notebook open in Jupyter Notebook 6, used as a person uses it: menus, buttons, what is on the page.</summary>
/// <param name="page">The browser's page.</param>
internal sealed class NotebookPage(IPage page)
{
    /// <summary>How long something that trains may take to show.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>The browser's page.</summary>
    public IPage Page => page;

    /// <summary>Opens a notebook and waits until its kernel answers.</summary>
    public static async Task<NotebookPage> OpenAsync(Chromium browser, JupyterServer server, string file)
    {
        var page = await browser.Context.NewPageAsync();
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        // Leaving a page with a running cell asks whether that is meant; here it always is.
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync($"{server.Address}/notebooks/{file}?token={server.Token}");
        var notebook = new NotebookPage(page);
        await notebook.WaitForKernelAsync();
        return notebook;
    }

    /// <summary>Loads the page anew and waits until its kernel answers.</summary>
    public async Task ReloadAsync()
    {
        await page.ReloadAsync();
        await WaitForKernelAsync();
    }

    /// <summary>Cell › Run All.</summary>
    public async Task RunAllAsync()
    {
        await page.ClickAsync("#celllink");
        await page.ClickAsync("#run_all_cells a");
    }

    /// <summary>Selects a code cell and presses the Run button.</summary>
    public async Task RunAsync(int cell)
    {
        await Cell(cell).Locator(".input_prompt").ClickAsync();
        await page.ClickAsync("[data-jupyter-action='jupyter-notebook:run-cell-and-select-next']");
    }

    /// <summary>Presses the button with the square.</summary>
    public Task InterruptAsync() => page.ClickAsync("[data-jupyter-action='jupyter-notebook:interrupt-kernel']");

    /// <summary>Presses the button with the disk and waits until the notebook is on disk.</summary>
    public async Task SaveAsync()
    {
        await page.EvaluateAsync("() => { window.kilnSaved = new Promise(done => Jupyter.notebook.events.one('notebook_saved.Notebook', done)) }");
        await page.ClickAsync("[data-jupyter-action='jupyter-notebook:save-notebook']");
        await page.EvaluateAsync("() => window.kilnSaved.then(() => true)");
    }

    /// <summary>Waits until a cell runs.</summary>
    public Task WaitForStartAsync(int cell) => WaitForPromptAsync(cell, "prompt === '*'");

    /// <summary>Waits until a cell has run and all that it shows has come: the reply, which sets the number, travels apart from outputs.</summary>
    public Task WaitForEndAsync(int cell) => WaitForPromptAsync(cell, "Number.isInteger(prompt) && (Jupyter.notebook.kernel._msg_callbacks[cell.last_msg_id] || { iopub_done: true }).iopub_done");

    /// <summary>Waits until the output of a cell holds a text.</summary>
    public Task WaitForTextAsync(int cell, string text) => Output(cell).GetByText(text).First.WaitForAsync();

    /// <summary>A cell of the page.</summary>
    public ILocator Cell(int index) => page.Locator("#notebook-container > .cell").Nth(index);

    /// <summary>What stands below a cell.</summary>
    public ILocator Output(int cell) => Cell(cell).Locator(".output");

    /// <summary>The text that stands below a cell, as a reader sees it.</summary>
    public Task<string> TextAsync(int cell) => Output(cell).InnerTextAsync();

    /// <summary>How many charts below a cell a reader sees: figures with a size, loaded pictures.</summary>
    public Task<int> VisibleChartsAsync(int cell) => Output(cell).EvaluateAsync<int>(
        """
        output => [...output.querySelectorAll("img, .js-plotly-plot")].filter(chart => {
          const box = chart.getBoundingClientRect();
          return box.width > 100 && box.height > 100 && (chart.tagName !== "IMG" || chart.naturalWidth > 0);
        }).length
        """);

    /// <summary>Waits until the progress bar below a cell has got so far.</summary>
    /// <param name="cell">The place of the cell.</param>
    /// <param name="fraction">From 0 to 1.</param>
    public Task WaitForProgressAsync(int cell, double fraction) => page.WaitForFunctionAsync(
        """
        ([cell, fraction]) => {
          const bar = Jupyter.notebook.get_cell(cell).element[0].querySelector(".output progress");
          return bar && bar.position >= fraction;
        }
        """, new object[] { cell, fraction });

    /// <summary>Waits until a chart below a cell has become an interactive figure.</summary>
    public Task WaitForFigureAsync(int cell) => Output(cell).Locator(".js-plotly-plot .main-svg").First.WaitForAsync();

    /// <summary>Writes a picture of the cell to artifacts/screens.</summary>
    public async Task PictureAsync(int cell, string name)
    {
        await Cell(cell).ScrollIntoViewIfNeededAsync();
        await Cell(cell).ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts("screens"), name + ".png"), Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Writes a picture of the cell on a dark page: as dark themes do, only the page's own surfaces change.</summary>
    public async Task DarkPictureAsync(int cell, string name)
    {
        await page.AddStyleTagAsync(new()
        {
            Content = """
                body, #site, #notebook, #notebook-container, .cell, .input_area, .CodeMirror { background: #111 !important; color: #ddd !important }
                .output_area, .rendered_html { color: #ddd !important }
                """,
        });
        await PictureAsync(cell, name);
        await page.EvaluateAsync("() => document.head.lastElementChild.remove()");
    }

    private Task WaitForKernelAsync() => page.WaitForFunctionAsync(
        "() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected() && Jupyter.notebook.kernel.info_reply.status === 'ok'");

    private Task WaitForPromptAsync(int cell, string condition) => page.WaitForFunctionAsync(string.Create(
        CultureInfo.InvariantCulture, $"() => {{ const cell = Jupyter.notebook.get_cell({cell}), prompt = cell.input_prompt_number; return {condition} }}"));
}
