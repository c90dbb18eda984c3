using System.Diagnostics;

namespace Kiln.Kernel.Tests;

/// <summary>The memory is the process's: what is measured of it is measured alone.</summary>
[CollectionDefinition("memory", DisableParallelization = true)]
public class MemoryCollection;

[Collection("memory")]
public sealed class MemoryTests
{
    private static readonly bool IsSlow = Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1";
    private readonly Interpreter _interpreter = new(Path.GetTempPath());

    // An interrupt that an earlier test asked for would stop the cells of this one.
    public MemoryTests() => Checkpoint.Requested = false;

    // In a process of its own: threads and timers that other tests leave behind go on making objects in this one.
    [Fact]
    public async Task Fifty_cells_leave_less_than_eight_megabytes_behind()
    {
        string[] arguments = ["-noColor", "-explicit", "only", "-method", $"{typeof(MemoryTests).FullName}.{nameof(Fifty_cells_alone)}"];
        using var alone = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var output = await alone.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await alone.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Total: 1,", output);
        Assert.True(alone.ExitCode == 0, output);
    }

    [Fact(Explicit = true)]
    public async Task Fifty_cells_alone() => Assert.InRange(await GrowthOver(50), long.MinValue, 8 << 20);

    [Fact]
    public async Task Five_hundred_cells_leave_less_than_sixty_megabytes_behind()
    {
        Assert.SkipUnless(IsSlow, "slow: run ./test.sh --all");
        Assert.InRange(await GrowthOver(500), long.MinValue, 60 << 20);
    }

    [Fact]
    public async Task Memory_stays_flat_over_completions_and_the_newest_of_many_cells_come_first()
    {
        var cells = IsSlow ? 200 : 40;
        for (var i = 0; i < cells; i++) await RunAsync($"var cell{i} = {i}; var again = {i};");
        Assert.Equal(["again", $"cell{cells - 1}", $"cell{cells - 2}"], Texts("").Where(text => text is "again" || text.StartsWith("cell", StringComparison.Ordinal)).Take(3));
        for (var i = 0; i < 50; i++) Texts($"// {i}\ncell1");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < (IsSlow ? 1000 : 100); i++) Texts($"// {i}\nvar local{i} = cell1; local");
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(grown, long.MinValue, 4 << 20);
    }

    private async Task<long> GrowthOver(int cells)
    {
        for (var i = 0; i < 20; i++) await RunAsync($"var warm{i} = new int[10]; warm{i}.Length");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < cells; i++) await RunAsync($"var cell{i} = new int[10]; foreach (var x in cell{i}) {{ }} cell{i}.Select(x => x + 1).Count()");
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    private Task<object?> RunAsync(string code)
    {
        OwnCell.Enter();
        return _interpreter.Chain.Run(_interpreter.Chain.Compile(code, "Cell"));
    }

    private List<string> Texts(string code) => [.. _interpreter.Intelligence.Complete(code, code.Length).Items.Select(item => item.Text)];
}
