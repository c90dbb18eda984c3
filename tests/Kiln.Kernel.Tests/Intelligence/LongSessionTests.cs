namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class LongSessionTests
{
    private readonly Interpreter _interpreter = new(Path.GetTempPath());

    // An interrupt that an earlier test asked for would stop the cells of this one.
    public LongSessionTests() => Checkpoint.Requested = false;

    [Fact]
    public async Task A_cell_that_ran_is_known_to_the_next_completion()
    {
        OwnCell.Enter();
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
