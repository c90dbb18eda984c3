namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class InterruptTests(KernelProbe kernel)
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("for (;;) ;")]
    [InlineData("again: goto again;")]
    [InlineData("double sum = 0; for (int i = 0; i <= int.MaxValue; i++) sum += i;")]
    [InlineData("for (int i = 0; i < 10; i++) for (int j = 0; j < 10; j++) { j = 0; foreach (var x in new[] { 1 }) { } }")]
    [InlineData("do { } while (true);")]
    [InlineData("await Task.Run(async () => { await Task.Yield(); for (uint i = 0; ; i++) ; });")]
    [InlineData("System.Threading.Thread.Sleep(60000);")]
    [InlineData("await Task.Delay(60000);")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("Task.Delay(60000).Wait();")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("async Task<int> Endless() { while (true) await Task.Delay(5); } Endless().Wait();")]
    [InlineData("foreach (var (a, b) in Forever()) { } IEnumerable<(int, int)> Forever() { while (true) yield return (1, 2); }")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Sum(x => { return x % 2; });")]
    [InlineData("Model.Define(\"stuck\", hp => { while (true) { } }).Build(new(new(), Kiln.Training.TaskShape.Classes([4], 3)));")]
    [InlineData("IEnumerable<int> Stuck() { while (true) { } yield return 1; }\nStuck()")]
    public async Task A_running_cell_stops(string loop)
    {
        var cell = kernel.Submit("Console.WriteLine(\"running\");\n" + loop);
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));

        Assert.Equal("ok", (string?)(await kernel.AskAsync("interrupt_request", [], Channel.Control))["status"]);

        Assert.Equal("KeyboardInterrupt", (await kernel.ReplyAsync(cell)).Text("ename"));
        Assert.Equal("2", (await kernel.RunAsync("1 + 1")).Result);
    }

    [Fact]
    public async Task Variables_of_an_interrupted_cell_stay()
    {
        var cell = kernel.Submit("var reached = 5; Console.WriteLine(\"running\"); while (true) { }");
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        await kernel.ReplyAsync(cell);
        Assert.Equal("5", (await kernel.RunAsync("reached")).Result);
    }

    [Fact]
    public async Task An_interrupt_without_a_running_cell_changes_nothing()
    {
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        Assert.Equal("1000", (await kernel.RunAsync("int turns = 0; while (turns < 1000) turns++; turns")).Result);
    }

    [Fact]
    public async Task Code_that_handles_the_interrupt_ends_in_order()
    {
        var cell = kernel.Submit("""
            var host = Kiln.Notebooks.NotebookSession.Host;
            var stop = host.Interrupted;
            Console.WriteLine("running");
            try { await Task.Delay(60000, stop); } catch (OperationCanceledException) { await Task.Delay(50); Console.WriteLine("saved"); }
            "kept"
            """);
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        await kernel.IdleAsync(cell);
        var record = new CellRecord([.. kernel.About(cell)]);
        Assert.Equal("ok", record.Status);
        Assert.Equal("running\nsaved\n", record.Stream("stdout"));
        Assert.Equal("kept", record.Result);
    }

    [Fact]
    public async Task Loops_on_other_threads_go_on_while_the_interrupt_is_handled()
    {
        var cell = kernel.Submit("""
            var order = Kiln.Notebooks.NotebookSession.Host.Interrupted;
            var reached = 0L;
            var worker = Task.Run(() => { long n = 0; for (; !order.IsCancellationRequested; n++) ; for (int i = 0; i < 1000; i++) n++; reached = n; return n; });
            Console.WriteLine("running");
            await worker > 1000
            """);
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        await kernel.IdleAsync(cell);
        Assert.Equal("True", new CellRecord([.. kernel.About(cell)]).Result);
    }

    [Fact]
    public async Task A_loop_of_an_earlier_cell_outlives_the_interrupt_of_a_later_one()
    {
        await kernel.RunAsync("var turns = 0L; var goOn = true; _ = Task.Run(() => { while (goOn) turns++; });");
        var cell = kernel.Submit("Console.WriteLine(\"running\"); while (true) { }");
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        await kernel.ReplyAsync(cell);
        Assert.Equal("True", (await kernel.RunAsync("var seen = turns; await Task.Delay(20); var alive = turns > seen; goOn = false; alive")).Result);
    }

    [Fact]
    public async Task A_second_interrupt_does_not_wait_for_the_order()
    {
        var cell = kernel.Submit("""
            var ignored = Kiln.Notebooks.NotebookSession.Host.Interrupted;
            Console.WriteLine("running");
            await Task.Delay(60000);
            """);
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        Assert.Equal("KeyboardInterrupt", (await kernel.ReplyAsync(cell)).Text("ename"));
    }
}
