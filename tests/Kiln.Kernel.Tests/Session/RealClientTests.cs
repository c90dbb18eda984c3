using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary>What has broken real front ends with other kernels, one fact a test.</summary>
[Collection("kernel")]
public class RealClientTests(KernelProbe kernel)
{
    private static readonly JsonObject Stdin = new() { ["allow_stdin"] = true };

    [Fact]
    public async Task The_cursor_counts_code_points_and_not_UTF16_units()
    {
        const string code = "/* 😀😀 */ Console.WriteL";
        var reply = await kernel.AskAsync("complete_request", new() { ["code"] = code, ["cursor_pos"] = code.Length - 2 });
        Assert.Contains("WriteLine", reply["matches"]!.AsArray().Select(match => (string?)match));
        Assert.Equal(code.Length - 2, (int)reply["cursor_end"]!);
        Assert.Equal(code.Length - 2 - "WriteL".Length, (int)reply["cursor_start"]!);
    }

    [Fact]
    public async Task A_question_goes_to_the_shell_identity_of_the_cell()
    {
        var cell = kernel.Submit("Console.ReadLine()", Stdin);
        await kernel.UntilAsync(() => Questions(cell) == 1);
        var question = kernel.About(cell).Single(entry => entry.Channel == Channel.Stdin).Message;
        Assert.Equal(cell.Identities.Single(), question.Identities.Single());
        Assert.Equal(cell.Header, question.ParentHeader);
        kernel.Answer(question, "x");
        await kernel.IdleAsync(cell);
    }

    [Fact]
    public async Task Streams_are_flushed_before_any_other_output_and_before_idle()
    {
        var cell = await kernel.RunAsync("Console.Write(1); display(2); Console.Write(3); Console.Error.Write(4);");
        Assert.Equal(["stream", "display_data", "stream", "stream"], cell.Outputs);
        Assert.Equal("status", cell.Published.Last().Type);
    }

    [Fact]
    public async Task After_an_error_only_requests_queued_before_the_reply_are_aborted()
    {
        var failing = kernel.Submit("System.Threading.SpinWait.SpinUntil(() => false, 200); throw new Exception();");
        var queued = kernel.Submit("1");
        await kernel.ReplyAsync(failing);
        var later = kernel.Submit("2");
        Assert.Equal("aborted", (await kernel.ReplyAsync(queued)).Text("status"));
        Assert.Equal("ok", (await kernel.ReplyAsync(later)).Text("status"));
    }

    [Fact]
    public async Task Questions_interrupts_and_comms_are_answered_while_a_cell_runs_without_a_false_idle()
    {
        await kernel.RunAsync("Comms.Register(\"echo\", comm => comm.Received += message => comm.Send(message.Data));");
        var cell = kernel.Submit("Console.WriteLine(\"running\"); while (true) { }");
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        Message[] requests =
        [
            kernel.Send(Channel.Shell, "kernel_info_request", []),
            kernel.Send(Channel.Shell, "complete_request", new() { ["code"] = "Mat", ["cursor_pos"] = 3 }),
            kernel.Send(Channel.Shell, "comm_open", new() { ["comm_id"] = "while", ["target_name"] = "echo", ["data"] = new JsonObject() }),
            kernel.Send(Channel.Shell, "comm_msg", new() { ["comm_id"] = "while", ["data"] = 7 }),
        ];
        await kernel.ReplyAsync(requests[0]);
        await kernel.ReplyAsync(requests[1]);
        await kernel.UntilAsync(() => kernel.About(requests[3]).Any(entry => entry.Message.Type == "comm_msg"));
        Assert.DoesNotContain(requests.SelectMany(kernel.About), entry => entry.Message.Text("execution_state") == "idle");
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        await kernel.IdleAsync(cell);
        foreach (var request in requests) await kernel.IdleAsync(request);
    }

    [Fact]
    public async Task An_unknown_comm_target_gets_comm_close()
    {
        var open = kernel.Send(Channel.Shell, "comm_open", new() { ["comm_id"] = "c1", ["target_name"] = "jupyter.widget", ["data"] = new JsonObject() });
        await kernel.IdleAsync(open);
        Assert.Equal("c1", kernel.About(open).Single(entry => entry.Message.Type == "comm_close").Message.Text("comm_id"));
    }

    [Fact]
    public async Task A_question_that_nobody_can_answer_is_an_error()
    {
        var cell = await kernel.RunAsync("Console.ReadLine()", new() { ["allow_stdin"] = false });
        Assert.Equal("error", cell.Status);
        Assert.Contains("allow_stdin", (string?)cell.Reply["evalue"]);
    }

    [Fact]
    public async Task A_silent_cell_publishes_nothing_but_its_status()
    {
        var before = (await kernel.RunAsync("0")).Reply["execution_count"]!.GetValue<int>();
        var cell = await kernel.RunAsync("Console.WriteLine(1); display(2); Console.Error.WriteLine(3); throw new Exception();", new() { ["silent"] = true });
        Assert.Equal(["status", "status"], cell.Published.Select(message => message.Type));
        Assert.Equal("error", cell.Status);
        Assert.Equal(before, (int)cell.Reply["execution_count"]!);
    }

    [Fact]
    public async Task A_cell_outside_the_history_is_shown_but_not_counted()
    {
        var before = (await kernel.RunAsync("0")).Reply["execution_count"]!.GetValue<int>();
        var cell = await kernel.RunAsync("123454321", new() { ["store_history"] = false });
        Assert.Equal("123454321", cell.Result);
        Assert.Equal(before, (int)cell.Reply["execution_count"]!);
        var history = await kernel.AskAsync("history_request", new() { ["hist_access_type"] = "search", ["pattern"] = "123454321" });
        Assert.Empty(history["history"]!.AsArray());
    }

    [Fact]
    public async Task A_reply_has_payload_user_expressions_and_the_time_of_its_start()
    {
        var cell = await kernel.RunAsync("var nine = 9;", new() { ["user_expressions"] = new JsonObject { ["n"] = "nine" } });
        Assert.Empty(cell.Reply["payload"]!.AsArray());
        Assert.Equal("9", cell.Reply["user_expressions"]!["n"]!["data"]!["text/plain"]!.ToString());
        var metadata = cell.Messages.Single(entry => entry.Channel == Channel.Shell).Message.Metadata;
        Assert.True(DateTimeOffset.TryParse((string?)metadata["started"], out _));
        Assert.Equal("ok", (string?)metadata["status"]);
    }

    [Fact]
    public async Task Late_output_keeps_its_cells_parent()
    {
        var cell = kernel.Submit("var later = new TaskCompletionSource(); _ = later.Task.ContinueWith(_ => Console.WriteLine(\"late words\"));");
        await kernel.IdleAsync(cell);
        await kernel.RunAsync("later.SetResult();");
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Text("text") == "late words\n"));
    }

    [Fact]
    public async Task Streams_are_sent_in_batches()
    {
        var cell = await kernel.RunAsync("for (int line = 0; line < 50000; line++) Console.WriteLine(line);");
        Assert.InRange(cell.Outputs.Count, 1, 200);
    }

    [Theory]
    [InlineData("#!time\n1 + 1", "complete")]
    [InlineData("#!lsmagic", "complete")]
    [InlineData("#!time\nfor (;;) {", "incomplete")]
    public async Task Completeness_looks_beyond_magics(string code, string status) =>
        Assert.Equal(status, (string?)(await kernel.AskAsync("is_complete_request", new() { ["code"] = code }))["status"]);

    [Fact]
    public async Task Shutdown_replies_and_says_idle_before_it_ends()
    {
        var sent = -1;
        KernelProbe own = null!;
        own = new KernelProbe(() => sent = own.All().Count);
        var request = own.Send(Channel.Control, "shutdown_request", new() { ["restart"] = true });
        await own.UntilAsync(() => sent >= 0);
        var seen = own.All().Take(sent).Select(entry => entry.Message).ToList();
        Assert.True((bool)seen.Single(message => message.Type == "shutdown_reply" && message.Identities[0][0] == 1).Content["restart"]!);
        Assert.Equal("idle", seen[^1].Text("execution_state"));
        Assert.Equal(request.Header, seen[^1].ParentHeader);
    }

    [Fact]
    public async Task JSON_mime_types_are_embedded_as_JSON()
    {
        var cell = await kernel.RunAsync("\"{\\\"a\\\": [1]}\".DisplayAs(\"application/vnd.kiln+json\");");
        var data = cell.Published.Single(message => message.Type == "display_data").Content["data"]!;
        Assert.Equal(1, (int)data["application/vnd.kiln+json"]!["a"]![0]!);
    }

    [Fact]
    public async Task Starting_is_said_once_and_first()
    {
        var own = new KernelProbe();
        await own.AskAsync("kernel_info_request", []);
        Assert.Equal("starting", own.All()[0].Message.Text("execution_state"));
        Assert.Single(own.All(), entry => entry.Message.Text("execution_state") == "starting");
    }

    [Fact]
    public async Task The_echo_of_a_cell_comes_before_its_output()
    {
        var cell = await kernel.RunAsync("Console.Write(1);");
        Assert.Equal(["status", "execute_input", "stream", "status"], cell.Published.Select(message => message.Type));
        Assert.All(cell.Published, message => Assert.Equal(message.Type, Encoding.ASCII.GetString(message.Identities.Single())));
    }

    private int Questions(Message cell) => kernel.About(cell).Count(entry => entry.Channel == Channel.Stdin);
}
