using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>What a person does with the keyboard in Jupyter Notebook 6: typing, completion, documentation, answers.</summary>
/// <param name="notebook">The page.</param>
internal sealed class NotebookEditor(NotebookPage notebook)
{
    private IPage Page => notebook.Page;

    /// <summary>The list of completions, while it is shown.</summary>
    public ILocator Completions => Page.Locator("#complete option");

    /// <summary>The documentation that Shift-Tab shows.</summary>
    public ILocator Documentation => Page.Locator("#tooltip .tooltiptext");

    /// <summary>Clicks into a cell and types.</summary>
    public async Task TypeAsync(int cell, string text)
    {
        await notebook.Cell(cell).Locator(".CodeMirror").ClickAsync();
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses a key, such as <c>Shift+Tab</c>.</summary>
    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Answers the question below a cell.</summary>
    /// <returns>The prompt that stood before it, and whether what was typed could be read.</returns>
    public async Task<(string Prompt, bool IsPassword)> AnswerAsync(int cell, string text)
    {
        var field = notebook.Cell(cell).Locator("input.raw_input");
        await field.WaitForAsync();
        var prompt = await notebook.Cell(cell).Locator(".raw_input_prompt").InnerTextAsync();
        var type = await field.GetAttributeAsync("type");
        await notebook.PictureAsync(cell, type == "password" ? "password" : "question");
        await field.FillAsync(text);
        // The next question may stand there at once: only this very field must go.
        var asked = await field.ElementHandleAsync();
        await field.PressAsync("Enter");
        await Page.WaitForFunctionAsync("asked => !asked.isConnected", asked);
        return (prompt, type == "password");
    }

    /// <summary>Presses the restart button, confirms, and waits for the new kernel.</summary>
    public async Task RestartAsync()
    {
        await Page.EvaluateAsync("() => { window.kilnReady = new Promise(done => Jupyter.notebook.events.one('kernel_ready.Kernel', done)) }");
        await Page.ClickAsync("[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']");
        await Page.ClickAsync(".modal.in .btn-danger");
        await Page.EvaluateAsync("() => window.kilnReady.then(() => true)");
    }
}
