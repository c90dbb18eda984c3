namespace Kiln.Kernel.Tests;

/// <summary>Compiled expressions that one session hands to another.</summary>
public class CellImagesTests
{
    private readonly SubmissionChain _chain = new(References.Default(), ["System", "System.Linq"]);

    [Fact]
    public async Task An_expression_without_ties_runs_elsewhere_as_it_was_compiled()
    {
        await _chain.Run(_chain.Compile("var other = 1;", "Cell [1]"));
        _chain.Images.Keep("#line 1 \"Cell [2]\"\nEnumerable.Range(0, 4).Sum()", _chain.Compile("Enumerable.Range(0, 4).Sum()", "Cell [2]"));
        var image = await Sent().Find("#line 7 \"Cell [5]\"\nEnumerable.Range(0, 4).Sum()");
        Assert.Equal(6, await image!.Start(new CellAssemblies()));
    }

    [Fact]
    public async Task An_expression_that_uses_another_cell_stays_here()
    {
        await _chain.Run(_chain.Compile("int Twice(int n) => 2 * n;", "Cell [1]"));
        _chain.Images.Keep("Twice(2)", _chain.Compile("Twice(2)", "Cell [2]"));
        Assert.Null(await Sent().Find("Twice(2)"));
    }

    [Fact]
    public async Task Other_code_and_what_cannot_be_read_is_compiled()
    {
        _chain.Images.Keep("1 + 1", _chain.Compile("1 + 1", "Cell [1]"));
        Assert.Null(await Sent().Find("1 + 2"));
        Assert.Null(await new CellImages(Task.FromResult("what is this")).Find("1 + 1"));
        Assert.Null(await new CellImages(Task.FromResult("")).Find("1 + 1"));
        Assert.Null(await new CellImages().Find("1 + 1"));
    }

    [Fact]
    public void The_newest_few_are_kept()
    {
        for (var i = 0; i < 20; i++) _chain.Images.Keep($"{i}", _chain.Compile($"{i}", "Cell [1]"));
        Assert.InRange(_chain.Images.ToString().Length, 1, 100_000);
    }

    private CellImages Sent() => new(Task.FromResult(_chain.Images.ToString()));
}
