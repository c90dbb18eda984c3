namespace Notebooks.Tests;

/// <summary>The kernel as a person meets it in Jupyter Notebook 6: keys, buttons, questions, and scripts of the page.</summary>
public sealed class KernelInNotebookTests(LiveNotebook live) : IClassFixture<LiveNotebook>
{
    [Fact]
    public async Task What_is_typed_runs_and_shows_its_value()
    {
        var (notebook, editor) = await OpenAsync("typed", "");
        await editor.TypeAsync(0, "var answer = 40 + 2; answer");
        await editor.PressAsync("Shift+Enter");
        await notebook.WaitForEndAsync(0);
        Assert.EndsWith("42", (await notebook.TextAsync(0)).Trim());
        await notebook.PictureAsync(0, "typed");
    }

    [Fact]
    public async Task Tab_lists_completions_and_puts_the_chosen_one_in()
    {
        var (notebook, editor) = await OpenAsync("completed", "");
        await editor.TypeAsync(0, "var root = Math.S");
        await editor.PressAsync("Tab");
        await editor.Completions.First.WaitForAsync();
        var shown = await editor.Completions.AllInnerTextsAsync();
        await notebook.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts("screens"), "completions.png") });
        Assert.Contains(shown, text => text.Contains("Sqrt", StringComparison.Ordinal));
        // Typing goes on in the list, which then holds what still fits.
        await notebook.Page.Keyboard.TypeAsync("q");
        await notebook.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('#complete option')].map(option => option.textContent).join() === 'Sqrt'");
        await notebook.Page.Keyboard.PressAsync("Enter");
        await notebook.Page.WaitForFunctionAsync("() => Jupyter.notebook.get_cell(0).get_text() === 'var root = Math.Sqrt'");
    }

    [Fact]
    public async Task Shift_Tab_shows_signature_and_documentation()
    {
        var (notebook, editor) = await OpenAsync("documented", "");
        await editor.TypeAsync(0, "Console.WriteLine");
        await editor.PressAsync("Shift+Tab");
        await editor.Documentation.WaitForAsync();
        var text = await editor.Documentation.InnerTextAsync();
        await notebook.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts("screens"), "documentation.png") });
        Assert.Contains("WriteLine", text);
        Assert.Contains("standard output stream", text);
    }

    [Fact]
    public async Task A_cell_asks_for_a_line_and_for_a_password()
    {
        var (notebook, editor) = await OpenAsync("asked", "var name = await Kernel.GetInputAsync(\"Name? \");\nvar secret = await Kernel.GetPasswordAsync(\"Secret? \");\n$\"{name}, {secret.GetClearTextPassword().Length} letters\"");
        await notebook.RunAsync(0);
        Assert.Equal(("Name? ", false), await Untrimmed(editor.AnswerAsync(0, "Ada")));
        Assert.Equal(("Secret? ", true), await Untrimmed(editor.AnswerAsync(0, "sesame")));
        await notebook.WaitForEndAsync(0);
        var text = await notebook.TextAsync(0);
        Assert.Contains("Ada, 6 letters", text);
        Assert.DoesNotContain("sesame", text);
    }

    [Fact]
    public async Task The_stop_button_ends_an_endless_loop_and_keeps_the_variables_until_a_restart()
    {
        var (notebook, editor) = await OpenAsync("endless", "int kept = 42; Console.WriteLine(\"running\"); while (true) { kept++; if (kept > 1000) kept = 42; }", "kept >= 42");
        await notebook.RunAsync(0);
        await notebook.WaitForTextAsync(0, "running");
        await notebook.InterruptAsync();
        await notebook.WaitForEndAsync(0);
        await notebook.PictureAsync(0, "interrupted");
        Assert.Contains("interrupted", await notebook.TextAsync(0));

        await notebook.RunAsync(1);
        await notebook.WaitForTextAsync(1, "True");

        await editor.RestartAsync();
        await notebook.RunAsync(1);
        await notebook.WaitForTextAsync(1, "CS0103");
        await notebook.PictureAsync(1, "restarted");
    }

    [Fact]
    public async Task A_script_of_the_page_and_a_cell_talk_over_comms()
    {
        var (notebook, _) = await OpenAsync(
            "talking",
            "Comms.Register(\"adder\", comm => comm.Received += message =>\n    comm.Send(new { sum = message.Data.GetProperty(\"a\").GetInt32() + message.Data.GetProperty(\"b\").GetInt32() }));",
            "Comms.Open(\"page\", new { greeting = \"hello page\" });");
        await notebook.RunAsync(0);
        await notebook.WaitForEndAsync(0);
        var sum = await notebook.Page.EvaluateAsync<int>(
            """
            () => new Promise(done => {
              const comm = Jupyter.notebook.kernel.comm_manager.new_comm("adder", {});
              comm.on_msg(message => done(message.content.data.sum));
              comm.send({ a: 19, b: 23 });
            })
            """);
        Assert.Equal(42, sum);

        await notebook.Page.EvaluateAsync(
            "() => { window.kilnGreeting = new Promise(done => Jupyter.notebook.kernel.comm_manager.register_target('page', (comm, message) => done(message.content.data.greeting))) }");
        await notebook.RunAsync(1);
        Assert.Equal("hello page", await notebook.Page.EvaluateAsync<string>("() => window.kilnGreeting"));
    }

    private async Task<(NotebookPage Notebook, NotebookEditor Editor)> OpenAsync(string name, params string[] cells)
    {
        var notebook = await live.OpenAsync(name, cells);
        return (notebook, new NotebookEditor(notebook));
    }

    // The page shows the prompt without the blank at its end.
    private static async Task<(string Prompt, bool IsPassword)> Untrimmed(Task<(string Prompt, bool IsPassword)> answered)
    {
        var (prompt, isPassword) = await answered;
        return (prompt.TrimEnd() + " ", isPassword);
    }
}
