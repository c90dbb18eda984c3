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

    /// <summary>VS Code looks the name up in small letters (c# is its csharp), JupyterLab the mime type, nbconvert lexer and extension.</summary>
    [Fact]
    public async Task Editors_are_told_what_they_colour_by_and_a_stored_notebook_says_the_same()
    {
        var language = (await kernel.AskAsync("kernel_info_request", []))["language_info"]!;
        var stored = NotebookDocument.MetadataOfKiln()["language_info"]!.AsObject();
        Assert.Equal(["C#", "text/x-csharp", ".cs", "csharp"], from name in new[] { "name", "mimetype", "file_extension", "pygments_lexer" } select (string?)language[name]);
        Assert.All(stored, field => Assert.Equal((string?)field.Value, (string?)language[field.Key]));
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
    public async Task A_request_nobody_knows_is_answered_with_an_error()
    {
        var reply = await kernel.ReplyAsync(kernel.Send(Channel.Shell, "usage_request", []));
        Assert.Equal("usage_reply", reply.Type);
        Assert.Equal("error", reply.Text("status"));
        Assert.Contains("usage_request", reply.Text("evalue"));
    }

    [Fact]
    public async Task A_debugger_is_refused_in_its_own_words()
    {
        var reply = await kernel.AskAsync("debug_request", new() { ["seq"] = 4, ["command"] = "attach" }, Channel.Control);
        Assert.Equal("error", (string?)reply["status"]);
        Assert.False((bool)reply["success"]!);
        Assert.Equal(4, (int)reply["request_seq"]!);
        Assert.False((bool)(await kernel.AskAsync("kernel_info_request", []))["debugger"]!);
    }

    [Theory]
    [InlineData("create_subshell_request")]
    [InlineData("delete_subshell_request")]
    [InlineData("list_subshell_request")]
    public async Task Subshells_are_refused_with_a_reason(string type)
    {
        var reply = await kernel.AskAsync(type, [], Channel.Control);
        Assert.Equal("SubshellsNotSupported", (string?)reply["ename"]);
        Assert.Empty((await kernel.AskAsync("kernel_info_request", []))["supported_features"]!.AsArray());
    }

    [Fact]
    public async Task Connect_names_the_ports()
    {
        var answers = new Answers(null!, new History(), new CommTable(kernel), new Dictionary<Channel, int> { [Channel.Shell] = 5, [Channel.Heartbeat] = 6 });
        var content = answers.Of(new Message("connect_request", []))!;
        Assert.Equal(5, (int)content["shell_port"]!);
        Assert.Equal(6, (int)content["hb_port"]!);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("comm_info_request", "target_name")]
    [InlineData("complete_request", "code", "cursor_pos")]
    [InlineData("inspect_request", "code", "cursor_pos", "detail_level")]
    [InlineData("is_complete_request", "code")]
    [InlineData("history_request", "hist_access_type", "session", "start", "stop", "n", "pattern", "output", "raw", "unique")]
    [InlineData("kernel_info_request", "code")]
    [InlineData("interrupt_request", "code")]
    [InlineData("execute_request", "code", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error")]
    public async Task Every_field_may_have_any_JSON_type(string type, params string[] fields)
    {
        string[] values = ["null", "true", "-1", "1e308", "99999999999999999999", "\"\"", "\"\\ud800\"", "[]", "[[1]]", "{}", "{\"a\": {\"b\": null}}"];
        foreach (var field in fields)
        {
            foreach (var value in values)
            {
                var reply = await kernel.ReplyAsync(kernel.Send(Channel.Shell, type, (JsonObject)JsonNode.Parse($"{{ \"{field}\": {value} }}")!));
                Assert.NotNull(reply.Text("status"));
            }
        }
        Assert.Equal("5", (await kernel.RunAsync("5")).Result);
    }

    [Theory]
    [InlineData("comm_open")]
    [InlineData("comm_msg")]
    [InlineData("comm_close")]
    public async Task A_comm_message_of_the_wrong_types_is_ignored(string type)
    {
        var message = kernel.Send(Channel.Shell, type, new() { ["comm_id"] = 7, ["target_name"] = new JsonArray(), ["data"] = null });
        await kernel.IdleAsync(message);
        Assert.All(kernel.About(message), entry => Assert.Equal("status", entry.Message.Type));
    }

    [Fact]
    public async Task Messages_that_are_no_requests_are_logged_and_ignored()
    {
        await kernel.IdleAsync(kernel.Send(Channel.Shell, "execute_reply", []));
        kernel.Send(Channel.Stdin, "kernel_info_request", []);
        kernel.Send(Channel.Stdin, "input_reply", new() { ["value"] = "nobody asked" });
        Assert.Equal("6", (await kernel.RunAsync("6")).Result);
        Assert.Contains(kernel.Log, line => line.Contains("no request", StringComparison.Ordinal));
        Assert.Contains(kernel.Log, line => line.Contains("no cell waits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_cell_is_read_as_the_replacement_character()
    {
        var content = (JsonObject)JsonNode.Parse("""{ "code": "\"a\\ud83d\\u0062\\ude00\\ud83d\\ude00 \\\\ud83d\".Length" }""")!;
        var request = kernel.Send(Channel.Shell, "execute_request", content);
        Assert.Equal("ok", (await kernel.ReplyAsync(request)).Text("status"));
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
