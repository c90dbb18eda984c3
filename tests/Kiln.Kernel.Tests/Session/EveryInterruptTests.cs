using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary>Every way to run on or to wait that a cell may find.</summary>
[Collection("kernel")]
public class EveryInterruptTests(KernelProbe kernel)
{
    private const string Silent = "var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0); silent.Start(); var address = $\"http://{silent.LocalEndpoint}/\"; ";

    [Theory]
    [InlineData("foreach (var x in Enumerable.Repeat(1, int.MaxValue).Where(x => x > 2)) { }")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Select(x => x - 1).Where(x => x > 2).ToList();")]
    [InlineData("(from a in Enumerable.Range(0, int.MaxValue) where a < 0 select a).Count();")]
    [InlineData("(from a in Enumerable.Range(0, int.MaxValue) from b in Enumerable.Range(0, 9) select a + b).Max();")]
    [InlineData("IEnumerable<int> Naturals() { for (int n = 0; ; n++) yield return n; } Naturals().Count(n => n < 0);")]
    [InlineData("long Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(90);")]
    [InlineData("class Slow { public int Next => new Slow().Other(40); int Other(int n) => n == 0 ? 0 : Other(n - 1) + Other(n - 1); } var never = new Slow().Next;")]
    [InlineData("while (true) try { System.Threading.Thread.Sleep(1); } catch { }")]
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(-1); } catch { } }")]
    [InlineData("try { while (true) { } } finally { for (;;) { } }")]
    [InlineData("while (true) { try { await Task.Delay(1); } catch (OperationCanceledException) { } }")]
    [InlineData("System.Threading.Tasks.Parallel.For(0L, long.MaxValue, n => { });")]
    [InlineData("System.Threading.Tasks.Parallel.For(0L, long.MaxValue, n => Math.Sqrt(n));")]
    [InlineData("System.Threading.Tasks.Parallel.ForEach(Enumerable.Repeat(1, int.MaxValue), n => Math.Sqrt(n));")]
    [InlineData("await Task.WhenAll(Task.Run(() => { while (true) { } }), Task.Run(() => { while (true) { } }));")]
    [InlineData("_ = Task.Run(() => { while (true) { } }); await Task.Delay(-1);")]
    [InlineData("var gate = new object(); var held = new System.Threading.ManualResetEventSlim(); new System.Threading.Thread(() => { lock (gate) { held.Set(); System.Threading.Thread.Sleep(3000); } }) { IsBackground = true }.Start(); held.Wait(); lock (gate) { }")]
    [InlineData("new System.Threading.SemaphoreSlim(0).Wait();")]
    [InlineData("await new System.Threading.SemaphoreSlim(0).WaitAsync();")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("new System.Threading.Barrier(2).SignalAndWait();")]
    [InlineData("new TaskCompletionSource<int>().Task.GetAwaiter().GetResult();")]
    [InlineData(Silent + "await new System.Net.Http.HttpClient().GetStringAsync(address);")]
    [InlineData(Silent + "var text = new System.Net.Http.HttpClient().GetStringAsync(address).Result;")]
    [InlineData("new List<int>(Enumerable.Range(0, 2000000)).Sort((a, b) => { while (true) { } });")]
    [InlineData("Enumerable.Range(0, 1000).OrderBy(a => a, Comparer<int>.Create((a, b) => { System.Threading.Thread.Sleep(5); return a - b; })).ToList();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).AsParallel().Where(n => n < 0).Count();")]
    [InlineData("async IAsyncEnumerable<int> Ticks() { for (int n = 0; ; n++) { await Task.Delay(1); yield return n; } }\nawait foreach (var tick in Ticks()) { }")]
    [InlineData("await foreach (var item in System.Threading.Channels.Channel.CreateUnbounded<int>().Reader.ReadAllAsync()) { }")]
    [InlineData("Console.ReadLine();")]
    [InlineData("await Kernel.GetInputAsync(\"?\");")]
    [InlineData("System.Diagnostics.Process.Start(\"sleep\", \"20\").WaitForExit();")]
    [InlineData("await System.Diagnostics.Process.Start(\"sleep\", \"20\").WaitForExitAsync();")]
    [InlineData("System.Threading.SpinWait.SpinUntil(() => false);")]
    [InlineData("System.Text.RegularExpressions.Regex.Replace(new string('a', 100_000), \"a\", match => { System.Threading.Thread.Sleep(1); return \"b\"; });")]
    public async Task It_stops_the_state_is_kept_and_the_next_cell_runs(string code)
    {
        var cell = kernel.Submit("var reached = \"yes\"; Console.WriteLine(\"running\");\n" + code, new JsonObject { ["allow_stdin"] = true });
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));

        await kernel.AskAsync("interrupt_request", [], Channel.Control);

        Assert.Equal("KeyboardInterrupt", (await kernel.ReplyAsync(cell)).Text("ename"));
        Assert.Equal("yes", (await kernel.RunAsync("reached")).Result);
    }

    [Fact]
    public async Task A_native_call_is_announced_and_the_cell_stops_when_it_returns()
    {
        var pipe = Path.Combine(Directory.CreateTempSubdirectory().FullName, "pipe");
        var cell = kernel.Submit($$"""
            [System.Runtime.InteropServices.DllImport("libc")] static extern int mkfifo(string path, int mode);
            [System.Runtime.InteropServices.DllImport("libc")] static extern int open(string path, int flags);
            mkfifo("{{pipe}}", 384);
            Console.WriteLine("running");
            open("{{pipe}}", 0);
            Console.WriteLine("not reached");
            """);
        await kernel.UntilAsync(() => Stream(cell, "stdout").Length > 0);

        await kernel.AskAsync("interrupt_request", [], Channel.Control);

        await kernel.UntilAsync(() => Stream(cell, "stderr").Contains("inside a library that cannot be interrupted"));
        new FileStream(pipe, FileMode.Open, FileAccess.Write).Dispose();
        Assert.Equal("KeyboardInterrupt", (await kernel.ReplyAsync(cell)).Text("ename"));
        Assert.Equal("running\n", Stream(cell, "stdout"));
    }

    [Fact]
    public async Task Cells_that_wait_behind_an_interrupted_one_are_aborted()
    {
        var cell = kernel.Submit("Console.WriteLine(\"running\"); while (true) { }");
        var behind = kernel.Submit("1");
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        Assert.Equal("aborted", (await kernel.ReplyAsync(behind)).Text("status"));
        Assert.Equal("3", (await kernel.RunAsync("3")).Result);
    }

    [Fact]
    public async Task Nothing_runs_after_an_interrupt_between_two_statements()
    {
        var cell = kernel.Submit("Console.WriteLine(\"running\");\nSystem.Threading.SpinWait.SpinUntil(() => System.IO.Directory.Exists(\"/nowhere\"), 500);\nvar after = 1; Console.WriteLine(\"after\");");
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        await kernel.IdleAsync(cell);
        Assert.DoesNotContain("after", new CellRecord([.. kernel.About(cell)]).Stream("stdout"));
    }

    private string Stream(Message cell, string name) => new CellRecord([.. kernel.About(cell)]).Stream(name);
}
