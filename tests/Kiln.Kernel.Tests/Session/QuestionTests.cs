using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class QuestionTests(KernelProbe kernel)
{
    [Fact]
    public async Task Kernel_info_names_protocol_and_language()
    {
        var info = await kernel.AskAsync("kernel_info_request", []);
        Assert.Equal("5.3", (string?)info["protocol_version"]);
        Assert.Equal("C#", (string?)info["language_info"]!["name"]);
    }

    [Fact]
    public async Task Questions_are_answered_while_a_cell_runs_without_a_false_idle()
    {
        var cell = kernel.Submit("Console.WriteLine(\"running\"); var limit = DateTime.UtcNow.AddSeconds(30); while (DateTime.UtcNow < limit) { }");
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        var question = kernel.Send(Channel.Shell, "kernel_info_request", []);
        await kernel.ReplyAsync(question);
        Assert.DoesNotContain(kernel.About(question), entry => entry.Message.Type == "status");
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        await kernel.IdleAsync(question);
    }

    [Fact]
    public async Task A_comm_of_an_unknown_target_is_closed()
    {
        var open = kernel.Send(Channel.Shell, "comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "jupyter.widget", ["data"] = new JsonObject() });
        await kernel.IdleAsync(open);
        Assert.Equal("c1", kernel.About(open).Single(entry => entry.Message.Type == "comm_close").Message.Text("comm_id"));
        Assert.Empty((await kernel.AskAsync("comm_info_request", []))["comms"]!.AsObject());
    }

    [Fact]
    public async Task A_request_nobody_knows_leaves_the_kernel_alive()
    {
        await kernel.IdleAsync(kernel.Send(Channel.Shell, "debug_request", []));
        Assert.Equal("2", (await kernel.RunAsync("2")).Result);
    }

    [Theory]
    [InlineData("""{ "code": 7 }""")]
    [InlineData("""{ "code": null, "silent": "no", "store_history": 3, "user_expressions": [] }""")]
    [InlineData("{}")]
    public async Task Content_of_the_wrong_types_is_read_as_missing(string content)
    {
        var request = kernel.Send(Channel.Shell, "execute_request", (JsonObject)JsonNode.Parse(content)!);
        Assert.Equal("ok", (await kernel.ReplyAsync(request)).Text("status"));
    }

    [Fact]
    public async Task History_gives_the_tail_a_range_and_what_matches()
    {
        var number = (int)(await kernel.RunAsync("// history one")).Reply["execution_count"]!;
        await kernel.RunAsync("// history two");
        await kernel.RunAsync("// history two");
        Assert.Equal(["// history two", "// history two"], await HistoryAsync(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal(["// history one"], await HistoryAsync(new() { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = number, ["stop"] = number + 1 }));
        Assert.Equal(["// history two"], await HistoryAsync(new() { ["hist_access_type"] = "search", ["pattern"] = "// history t?o", ["unique"] = true }));
    }

    [Fact]
    public async Task Console_input_is_asked_of_the_front_end_that_sent_the_cell()
    {
        var cell = kernel.Submit("var name = await Kernel.GetInputAsync(\"Name? \");\nname + \" and \" + Console.ReadLine()", new() { ["allow_stdin"] = true });
        await AnswerAsync(cell, 1, "Ada");
        await AnswerAsync(cell, 2, "Bob");
        await kernel.IdleAsync(cell);
        Assert.Equal("Ada and Bob", new CellRecord([.. kernel.About(cell).Where(entry => entry.Channel != Channel.Stdin)]).Result);
        Assert.Equal("Name? ", kernel.About(cell).First(entry => entry.Channel == Channel.Stdin).Message.Text("prompt"));
    }

    [Fact]
    public async Task Console_input_fails_where_the_front_end_does_not_answer()
    {
        var cell = await kernel.RunAsync("Console.ReadLine()", new() { ["allow_stdin"] = false });
        Assert.Contains("allow_stdin", (string?)cell.Reply["evalue"]);
    }

    [Fact]
    public async Task Shutdown_is_answered_before_it_happens()
    {
        var own = new KernelProbe();
        var reply = await own.AskAsync("shutdown_request", new JsonObject { ["restart"] = true }, Channel.Control);
        Assert.True((bool)reply["restart"]!);
        await own.UntilAsync(() => own.ShutDowns == 1);
    }

    private async Task AnswerAsync(Message cell, int question, string text)
    {
        await kernel.UntilAsync(() => kernel.About(cell).Count(entry => entry.Channel == Channel.Stdin) == question);
        kernel.Send(Channel.Stdin, "input_reply", new JsonObject { ["value"] = text });
    }

    private async Task<List<string?>> HistoryAsync(JsonObject request) =>
        [.. (await kernel.AskAsync("history_request", request))["history"]!.AsArray().Select(entry => (string?)entry![2])];
}
