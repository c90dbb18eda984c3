using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class CellTests(KernelProbe kernel)
{
    [Fact]
    public async Task The_value_of_the_last_expression_is_the_result()
    {
        var cell = await kernel.RunAsync("var resultA = 20;\nresultA + 22");
        Assert.Equal("42", cell.Result);
        Assert.Equal("ok", cell.Status);
    }

    [Fact]
    public async Task A_statement_has_no_result() => Assert.Empty((await kernel.RunAsync("var nothing = 1;")).Outputs);

    [Fact]
    public async Task Null_is_a_result_too() => Assert.Equal("<null>", (await kernel.RunAsync("(string)null")).Result);

    [Fact]
    public async Task A_void_call_without_a_semicolon_has_no_result() =>
        Assert.Equal(["stream"], (await kernel.RunAsync("Console.WriteLine(1)")).Outputs);

    [Fact]
    public async Task A_cell_of_using_directives_only_is_seen_by_the_next()
    {
        Assert.Equal("ok", (await kernel.RunAsync("using System.Net;")).Status);
        Assert.Equal("127.0.0.1", (await kernel.RunAsync("IPAddress.Loopback")).Result);
    }

    [Fact]
    public async Task An_empty_cell_is_fine() => Assert.Equal("ok", (await kernel.RunAsync(" \n// nothing\n")).Status);

    [Fact]
    public async Task Messages_come_in_the_order_of_the_protocol()
    {
        var cell = await kernel.RunAsync("""Console.Write("a"); var order = display(1); Console.Write("b"); order.Update(2); Console.Error.Write("e"); Console.Write("c"); 9""");
        Assert.Equal(
            ["status", "execute_input", "stream", "display_data", "stream", "update_display_data", "stream", "stream", "execute_result", "status"],
            cell.Published.Select(message => message.Type));
        Assert.Equal("abc", cell.Stream("stdout"));
        Assert.Equal("e", cell.Stream("stderr"));
    }

    [Fact]
    public async Task The_reply_comes_after_all_output_and_before_idle()
    {
        var cell = await kernel.RunAsync("Console.Write(\"last words\");");
        var types = cell.Messages.Select(entry => entry.Message.Type).ToList();
        Assert.True(types.IndexOf("stream") < types.IndexOf("execute_reply"));
        Assert.True(types.IndexOf("execute_reply") < types.LastIndexOf("status"));
    }

    [Fact]
    public async Task Many_lines_come_complete_in_few_messages()
    {
        var cell = await kernel.RunAsync("for (int line = 0; line < 20000; line++) Console.WriteLine(line);");
        Assert.Equal(Enumerable.Range(0, 20000), cell.Stream("stdout").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
        Assert.InRange(cell.Outputs.Count, 1, 100);
    }

    [Fact]
    public async Task A_character_written_in_two_halves_arrives_whole()
    {
        var cell = await kernel.RunAsync("Console.Write('\\ud83d'); await Task.Delay(120); Console.Write('\\ude00');");
        Assert.Equal("😀", cell.Stream("stdout"));
    }

    [Fact]
    public async Task A_display_is_updated_under_its_own_id()
    {
        var cell = await kernel.RunAsync("var shown = display(\"first\"); shown.Update(\"second\");");
        Assert.Equal("first", cell.Data("display_data"));
        Assert.Equal("second", cell.Data("update_display_data"));
        var ids = cell.Published.Where(message => message.Content.ContainsKey("transient")).Select(message => message.Content["transient"]!["display_id"]!.ToString());
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task An_update_of_an_earlier_cells_display_keeps_that_cells_parent()
    {
        var first = await kernel.RunAsync("var early = display(1);");
        var second = await kernel.RunAsync("early.Update(2);");
        Assert.Empty(second.Outputs);
        Assert.Single(kernel.All(), entry => entry.Message.Type == "update_display_data"
            && entry.Message.ParentHeader.AsSpan().SequenceEqual(first.Messages[0].Message.ParentHeader));
    }

    [Fact]
    public async Task Late_output_belongs_to_the_cell_that_started_it()
    {
        var request = kernel.Submit("var gate = new TaskCompletionSource(); _ = Task.Run(async () => { await gate.Task; Console.WriteLine(\"late\"); });");
        await kernel.IdleAsync(request);
        await kernel.RunAsync("gate.SetResult();");
        await kernel.UntilAsync(() => kernel.About(request).Any(entry => entry.Message.Text("text") == "late\n"));
    }

    [Fact]
    public async Task An_async_function_that_nobody_awaits_goes_on_after_the_cell()
    {
        var request = kernel.Submit("var open = new TaskCompletionSource(); async Task Later() { await open.Task; Console.WriteLine(\"afterwards\"); } _ = Later();");
        await kernel.IdleAsync(request);
        await kernel.RunAsync("open.SetResult();");
        await kernel.UntilAsync(() => kernel.About(request).Any(entry => entry.Message.Text("text") == "afterwards\n"));
    }

    [Fact]
    public async Task A_cell_may_block_on_its_own_async_function() =>
        Assert.Equal("4", (await kernel.RunAsync("async Task<int> Slow() { await Task.Delay(20); await Task.Delay(20); return 4; } Slow().Result")).Result);

    [Fact]
    public async Task A_cell_stays_on_one_thread_across_awaits() =>
        Assert.Equal("True", (await kernel.RunAsync("var before = Environment.CurrentManagedThreadId; await Task.Delay(1); before == Environment.CurrentManagedThreadId")).Result);

    [Fact]
    public async Task Silent_cells_are_neither_echoed_nor_counted()
    {
        var before = (int)(await kernel.RunAsync("1")).Reply["execution_count"]!;
        var silent = await kernel.RunAsync("2", new JsonObject { ["silent"] = true });
        Assert.Empty(silent.Outputs);
        Assert.DoesNotContain(silent.Published, message => message.Type == "execute_input");
        Assert.Equal(before, (int)silent.Reply["execution_count"]!);
    }

    [Fact]
    public async Task User_expressions_are_answered_each_for_itself()
    {
        var cell = await kernel.RunAsync("var five = 5;", new JsonObject { ["user_expressions"] = new JsonObject { ["good"] = "five * 2", ["bad"] = "six" } });
        Assert.Equal("10", cell.Reply["user_expressions"]!["good"]!["data"]!["text/plain"]!.ToString());
        Assert.Equal("error", cell.Reply["user_expressions"]!["bad"]!["status"]!.ToString());
    }

    [Fact]
    public async Task A_cell_clears_its_output()
    {
        var cell = await kernel.RunAsync("Console.Write(1); Kernel.ClearOutput(wait: true); Console.Write(2);");
        Assert.Equal(["stream", "clear_output", "stream"], cell.Outputs);
        Assert.True((bool)cell.Published.Single(message => message.Type == "clear_output").Content["wait"]!);
    }

    [Fact]
    public async Task A_magic_and_its_misspelling_are_answered()
    {
        Assert.Contains("#!lsmagic", (await kernel.RunAsync("#!lsmagic")).Data("display_data"));
        var wrong = await kernel.RunAsync("#!lsmagc");
        Assert.Equal("error", wrong.Status);
        Assert.Contains("#!lsmagic", wrong.Traceback);
        Assert.DoesNotContain("   at ", wrong.Traceback);
    }

    [Fact]
    public async Task Code_around_a_magic_runs_in_the_order_of_the_cell()
    {
        var cell = await kernel.RunAsync("Console.Write(1);\n#!lsmagic\nConsole.Write(2);");
        Assert.Equal(["stream", "display_data", "stream"], cell.Outputs);
    }
}
