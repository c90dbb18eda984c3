namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class CellPumpTests(KernelProbe kernel)
{
    [Fact]
    public async Task An_interrupt_that_comes_late_does_not_strike_the_next_cell()
    {
        await kernel.RunAsync("System.Threading.Thread.CurrentThread.Interrupt();");
        Assert.Equal("ok", (await kernel.RunAsync("System.Threading.Thread.Sleep(1);")).Status);
    }

    [Fact]
    public async Task Continuations_of_parallel_work_come_back_in_order()
    {
        var cell = await kernel.RunAsync("""
            var seen = new List<int>();
            async Task Step(int n) { await Task.Yield(); seen.Add(n); }
            await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Step(n)));
            seen.SequenceEqual(Enumerable.Range(0, 100))
            """);
        Assert.Equal("True", cell.Result);
    }
}
