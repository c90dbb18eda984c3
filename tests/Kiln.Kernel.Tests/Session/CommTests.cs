using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class CommTests(KernelProbe kernel)
{
    [Fact]
    public async Task A_page_and_a_cell_talk_both_ways()
    {
        await kernel.RunAsync("""
            record Point(int X, int Y);
            Comms.Register("adder", comm =>
            {
                comm.Send(new { hello = comm.Opening.Data.GetProperty("name").GetString() });
                comm.Received += message => comm.Send(new { sum = message.As<Point>().X + message.As<Point>().Y });
            });
            """);
        var open = Send("comm_open", "add-1", new() { ["target_name"] = "adder", ["data"] = new JsonObject { ["name"] = "Ada" } });
        var ask = Send("comm_msg", "add-1", new() { ["data"] = new JsonObject { ["x"] = 3, ["y"] = 4 } });
        await kernel.IdleAsync(ask);
        Assert.Equal("Ada", (string?)Sent(open, "comm_msg").Content["data"]!["hello"]);
        Assert.Equal(7, (int)Sent(ask, "comm_msg").Content["data"]!["sum"]!);
        Assert.Equal("add-1", Sent(ask, "comm_msg").Text("comm_id"));
    }

    [Fact]
    public async Task A_cell_opens_a_comm_with_data_metadata_and_buffers()
    {
        var cell = await kernel.RunAsync("Comms.Open(\"page\", new { a = 1 }, new { version = \"2.0\" }, new byte[] { 1, 2 }).Target");
        var open = cell.Published.Single(message => message.Type == "comm_open");
        Assert.Equal("page", open.Text("target_name"));
        Assert.Equal(1, (int)open.Content["data"]!["a"]!);
        Assert.Equal("2.0", (string?)open.Metadata["version"]);
        Assert.Equal([1, 2], open.Buffers.Single());
        Assert.Equal("page", cell.Result);
    }

    [Fact]
    public async Task Buffers_arrive_in_the_handler()
    {
        await kernel.RunAsync("Comms.Register(\"bytes\", comm => comm.Received += m => comm.Send(m.Buffers[0].Sum(b => b), null, m.Buffers[0]));");
        Send("comm_open", "bytes-1", new() { ["target_name"] = "bytes" });
        var request = new Message("comm_msg", new() { ["comm_id"] = "bytes-1" }) { Header = """{"msg_id":"buffers"}"""u8.ToArray(), Buffers = [[5, 6]] };
        kernel.Session.Receive(Channel.Shell, request);
        await kernel.IdleAsync(request);
        Assert.Equal(11, (int)Sent(request, "comm_msg").Content["data"]!);
        Assert.Equal([5, 6], Sent(request, "comm_msg").Buffers.Single());
    }

    [Fact]
    public async Task What_a_handler_shows_belongs_to_the_message_that_it_handles()
    {
        await kernel.RunAsync("Comms.Register(\"speaker\", comm => comm.Received += m => { Console.WriteLine(\"heard\"); display(5); });");
        Send("comm_open", "speak-1", new() { ["target_name"] = "speaker" });
        var message = Send("comm_msg", "speak-1", []);
        await kernel.IdleAsync(message);
        Assert.Equal(["status", "stream", "display_data", "status"], kernel.About(message).Select(entry => entry.Message.Type));
    }

    [Fact]
    public async Task A_handler_that_throws_is_reported_and_the_next_message_handled()
    {
        await kernel.RunAsync("Comms.Register(\"grumpy\", comm => comm.Received += m => { if (m.Data.GetInt32() == 0) throw new InvalidOperationException(\"no\"); comm.Send(\"fine\"); });");
        Send("comm_open", "grumpy-1", new() { ["target_name"] = "grumpy" });
        var bad = Send("comm_msg", "grumpy-1", new() { ["data"] = 0 });
        var good = Send("comm_msg", "grumpy-1", new() { ["data"] = 1 });
        await kernel.IdleAsync(good);
        Assert.Equal("InvalidOperationException", Sent(bad, "error").Text("ename"));
        Assert.Equal("fine", (string?)Sent(good, "comm_msg").Content["data"]);
    }

    [Fact]
    public async Task An_async_handler_that_throws_is_reported()
    {
        await kernel.RunAsync("Comms.Register(\"slow\", comm => comm.Received += async m => { await Task.Delay(10); throw new Exception(\"slowly\"); });");
        Send("comm_open", "slow-1", new() { ["target_name"] = "slow" });
        var message = Send("comm_msg", "slow-1", []);
        await kernel.UntilAsync(() => kernel.About(message).Any(entry => entry.Message.Type == "error"));
        Assert.Equal("slowly", Sent(message, "error").Text("evalue"));
    }

    [Fact]
    public async Task A_handler_without_end_is_stopped_by_an_interrupt()
    {
        await kernel.RunAsync("Comms.Register(\"endless\", comm => comm.Received += m => { Console.WriteLine(\"on\"); while (true) { } });");
        Send("comm_open", "endless-1", new() { ["target_name"] = "endless" });
        var message = Send("comm_msg", "endless-1", []);
        await kernel.UntilAsync(() => kernel.About(message).Any(entry => entry.Message.Type == "stream"));
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        await kernel.IdleAsync(message);
        Assert.Equal("KeyboardInterrupt", Sent(message, "error").Text("ename"));
        Assert.Equal("2", (await kernel.RunAsync("1 + 1")).Result);
    }

    [Fact]
    public async Task A_comm_waits_for_the_cell_that_registers_its_target()
    {
        var cell = kernel.Submit("System.Threading.Thread.Sleep(100); Comms.Register(\"soon\", comm => comm.Received += m => comm.Send(m.Data));");
        var open = Send("comm_open", "soon-1", new() { ["target_name"] = "soon" });
        var message = Send("comm_msg", "soon-1", new() { ["data"] = "now" });
        await kernel.IdleAsync(message);
        Assert.DoesNotContain(kernel.About(open), entry => entry.Message.Type == "comm_close");
        Assert.Equal("now", (string?)Sent(message, "comm_msg").Content["data"]);
        await kernel.IdleAsync(cell);
    }

    [Fact]
    public async Task Either_side_closes()
    {
        await kernel.RunAsync("var ends = new List<string>(); Comms.Register(\"ends\", comm => { comm.Closed += m => ends.Add((string)m.Data.GetString()); comm.Received += m => comm.Close(\"enough\"); });");
        Send("comm_open", "end-1", new() { ["target_name"] = "ends" });
        await kernel.IdleAsync(Send("comm_close", "end-1", new() { ["data"] = "bye" }));
        Assert.Equal("bye", (await kernel.RunAsync("ends.Single()")).Result);

        Send("comm_open", "end-2", new() { ["target_name"] = "ends" });
        var message = Send("comm_msg", "end-2", []);
        await kernel.IdleAsync(message);
        Assert.Equal("enough", (string?)Sent(message, "comm_close").Content["data"]);
        Assert.DoesNotContain("end-", (await kernel.AskAsync("comm_info_request", new() { ["target_name"] = "ends" })).ToJsonString());
    }

    [Fact]
    public async Task Open_comms_are_listed_by_target()
    {
        await kernel.RunAsync("Comms.Register(\"listed\", _ => { });");
        await kernel.IdleAsync(Send("comm_open", "list-1", new() { ["target_name"] = "listed" }));
        Assert.Equal("""{"list-1":{"target_name":"listed"}}""", (await kernel.AskAsync("comm_info_request", new() { ["target_name"] = "listed" }))["comms"]!.ToJsonString());
        Assert.Empty((await kernel.AskAsync("comm_info_request", new() { ["target_name"] = "no such" }))["comms"]!.AsObject());
        Assert.Contains("list-1", (await kernel.AskAsync("comm_info_request", [])).ToJsonString());
    }

    [Fact]
    public async Task An_opening_that_fails_closes_the_comm()
    {
        await kernel.RunAsync("Comms.Register(\"broken\", _ => throw new Exception(\"not today\"));");
        var open = Send("comm_open", "broken-1", new() { ["target_name"] = "broken" });
        await kernel.IdleAsync(open);
        Assert.Equal("not today", Sent(open, "error").Text("evalue"));
        Assert.Equal("broken-1", Sent(open, "comm_close").Text("comm_id"));
    }

    [Fact]
    public async Task Sending_on_a_closed_comm_is_an_error_that_says_so()
    {
        var cell = await kernel.RunAsync("var shut = Comms.Open(\"page\"); shut.Close(); shut.Close(); shut.Send(1);");
        Assert.Contains("comm of target 'page' is closed", (string?)cell.Reply["evalue"]);
        Assert.Single(cell.Published, message => message.Type == "comm_close");
    }

    private Message Send(string type, string id, JsonObject content)
    {
        content["comm_id"] = id;
        return kernel.Send(Channel.Shell, type, content);
    }

    private Message Sent(Message about, string type) => kernel.About(about).Single(entry => entry.Message.Type == type).Message;
}
