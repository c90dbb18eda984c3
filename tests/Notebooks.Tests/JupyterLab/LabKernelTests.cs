using System.Text.Json;

namespace Notebooks.Tests;

/// <summary>The kernel as JupyterLab's services meet it.</summary>
[Collection(LiveLab.Collection)]
public sealed class LabKernelTests(LiveLab live)
{
    private LabPage Lab => live.Page;

    [Fact]
    public async Task A_value_is_shown_with_its_number()
    {
        var cell = await Lab.RunAsync("var answer = 40 + 2; answer");
        Assert.EndsWith("42", (await cell.TextAsync()).Trim());
        var output = Assert.Single(await cell.OutputsAsync());
        Assert.Equal("execute_result", output.GetProperty("output_type").GetString());
        Assert.Equal((await cell.ReplyAsync()).GetProperty("execution_count").GetInt32(), output.GetProperty("execution_count").GetInt32());
    }

    [Fact]
    public async Task A_display_is_updated_in_place_also_from_another_cell()
    {
        var cell = await Lab.RunAsync("var shown = display(\"first state\"); Console.WriteLine(\"below it\"); shown.Update(\"second state\");");
        Assert.Equal(2, (await cell.OutputsAsync()).Count);
        Assert.StartsWith("second state", (await cell.TextAsync()).Trim());
        var other = await Lab.RunAsync("shown.Update(\"third state\");");
        Assert.Empty(await other.OutputsAsync());
        await cell.WaitForTextAsync("third state");
        Assert.Equal(2, (await cell.OutputsAsync()).Count);
    }

    [Fact]
    public async Task An_error_says_its_message_once()
    {
        var cell = await Lab.RunAsync("void Fail() => throw new InvalidOperationException($\"no luck in {6 * 7} tries\");\nFail();");
        Assert.Equal(1, Occurrences(await cell.TextAsync(), "no luck in 42 tries"));
        var output = Assert.Single(await cell.OutputsAsync());
        Assert.Equal("error", output.GetProperty("output_type").GetString());
        await cell.PicturesAsync("error");
    }

    [Fact]
    public async Task Its_interrupt_ends_an_endless_loop_and_the_next_cell_runs()
    {
        var cell = await Lab.StartAsync("int kept = 42; Console.WriteLine(\"running\"); while (true) { kept++; if (kept > 1000) kept = 42; }");
        await cell.WaitForTextAsync("running");
        await Lab.InterruptAsync();
        await cell.WaitForEndAsync();
        var reply = await cell.ReplyAsync();
        Assert.Equal(("error", "KeyboardInterrupt"), (reply.GetProperty("status").GetString(), reply.GetProperty("ename").GetString()));
        Assert.Contains("interrupted", await cell.TextAsync());
        Assert.Contains("True", await (await Lab.RunAsync("kept >= 42")).TextAsync());
    }

    [Fact]
    public async Task A_cell_asks_for_a_line_in_its_output()
    {
        var cell = await Lab.StartAsync("var name = await Kernel.GetInputAsync(\"Name? \"); $\"hello {name}\"");
        var input = cell.Area.Locator("input.jp-Stdin-input");
        await input.FillAsync("Ada");
        await input.PressAsync("Enter");
        await cell.WaitForEndAsync();
        Assert.Contains("hello Ada", await cell.TextAsync());
    }

    [Fact]
    public async Task A_comm_of_the_page_is_answered()
    {
        await Lab.RunAsync("Comms.Register(\"doubler\", comm => comm.Received += message => comm.Send(new { twice = message.Data.GetProperty(\"n\").GetInt32() * 2 }));");
        var answer = await Lab.Page.EvaluateAsync<JsonElement>("() => kilnLab.ask('doubler', { n: 21 })");
        Assert.Equal(42, answer.GetProperty("twice").GetInt32());
    }

    [Fact]
    public async Task Completion_replaces_the_word_at_the_cursor_behind_a_character_of_two_units()
    {
        // Jupyter counts code points: the astronaut is one of them, and two units of UTF-16.
        var reply = await Lab.Page.EvaluateAsync<JsonElement>("() => kilnLab.complete('var s = \"\\u{1F680}\"; Math.Sq', 20)");
        Assert.Contains("Sqrt", reply.GetProperty("matches").EnumerateArray().Select(match => match.GetString()));
        Assert.Equal((18, 20), (reply.GetProperty("cursor_start").GetInt32(), reply.GetProperty("cursor_end").GetInt32()));
    }

    [Fact]
    public async Task The_language_is_told_as_editors_need_it()
    {
        var language = await Lab.Page.EvaluateAsync<JsonElement>("() => kilnLab.language()");
        Assert.Equal(("C#", ".cs", "text/x-csharp"), (Text(language, "name"), Text(language, "file_extension"), Text(language, "mimetype")));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
