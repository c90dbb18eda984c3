namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class LongSessionTests
{
    private static readonly bool IsSlow = Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1";
    private readonly Interpreter _interpreter = new(Path.GetTempPath());

    // An interrupt that an earlier test asked for would stop the cells of this one.
    public LongSessionTests() => Checkpoint.Requested = false;

    [Fact]
    public async Task Memory_stays_flat_over_completions_and_the_newest_of_many_cells_come_first()
    {
        var cells = IsSlow ? 200 : 40;
        for (var i = 0; i < cells; i++) await _interpreter.Chain.Run(_interpreter.Chain.Compile($"var cell{i} = {i}; var again = {i};", $"Cell [{i + 1}]"));
        Assert.Equal(["again", $"cell{cells - 1}", $"cell{cells - 2}"], Texts("").Where(text => text is "again" || text.StartsWith("cell", StringComparison.Ordinal)).Take(3));
        for (var i = 0; i < 50; i++) Texts($"// {i}\ncell1");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < (IsSlow ? 1000 : 100); i++) Texts($"// {i}\nvar local{i} = cell1; local");
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(grown, long.MinValue, 4 << 20);
    }

    [Fact]
    public async Task A_cell_that_ran_is_known_to_the_next_completion()
    {
        Assert.DoesNotContain("freshVariable", Texts("fresh"));
        await _interpreter.Chain.Run(_interpreter.Chain.Compile("var freshVariable = 1;", "Cell [1]"));
        Assert.Equal("freshVariable", Texts("fresh")[0]);
    }

    [Fact]
    public void Typing_on_asks_the_same_sketch()
    {
        var sketches = new Sketches(_interpreter.Chain, References.Default());
        Assert.Same(sketches.Of(TypedWord.At("Console.W", 9).WithPlaceholder), sketches.Of(TypedWord.At("Console.Write", 13).WithPlaceholder));
    }

    private List<string> Texts(string code) => [.. _interpreter.Intelligence.Complete(code, code.Length).Items.Select(item => item.Text)];
}
