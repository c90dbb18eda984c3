namespace Kiln.Runs.Tests;

/// <summary>Questions that cannot be read.</summary>
public sealed class FilterSyntaxTests : IDisposable
{
    private readonly SqlitePlace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("", -1, "")]
    [InlineData("model", 5, "Behind model one of = != < <= > >= ~ (contains) is expected; the question ends here.")]
    [InlineData("model net", 6, "Behind model one of = != < <= > >= ~ (contains) is expected, not 'net'.")]
    [InlineData("model=", 6, "Behind model= a value is expected; the question ends here.")]
    [InlineData("model=net seed=1", 10, "Here 'and', 'or' or the end is expected, not 'seed'.")]
    [InlineData("model=net and", 13, "Here the name of a column, metric or hyperparameter is expected; the question ends here.")]
    [InlineData("(model=net", 0, "This ( is never closed. Add a ).")]
    [InlineData("model=net)", 9, "This ) closes nothing.")]
    [InlineData("model='net", 6, "This quote is never closed.")]
    [InlineData("model=net & seed=1", 10, "'&' means nothing here.")]
    [InlineData("or model=net", 0, "Here the name of a column, metric or hyperparameter is expected, not 'or'.")]
    public void A_mistake_is_shown_at_its_character(string where, int position, string problem)
    {
        using var store = ((IStorePlace)_place).Open();
        var error = Record.Exception(() => store.List(new RunFilter { Where = where })) as RunFilterException;
        Assert.Equal(position, error?.Position ?? -1);
        Assert.Contains(problem, error?.Problem ?? "");
        if (error is not null)
            Assert.EndsWith($"\n{where}\n{new string(' ', position)}^", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Garbage_of_any_kind_is_told_and_never_breaks_the_store()
    {
        using var store = ((IStorePlace)_place).Open();
        var random = new Random(7);
        const string letters = "ab=<>!~()'\" .-%_;1\\andor\u00e4\0";
        for (var i = 0; i < 3000; i++)
        {
            var where = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => letters[random.Next(letters.Length)]));
            Assert.True(Record.Exception(() => store.List(new RunFilter { Where = where })) is null or RunFilterException, where);
        }
    }
}
