namespace Kiln.Training.Tests;

public class SuggestionsTests
{
    private static readonly string[] Names = ["adam", "adamw", "sgd", "rmsprop"];

    [Theory]
    [InlineData("adm", "adam")]
    [InlineData("ADAM", "adam")]
    [InlineData("rms", "rmsprop")]
    [InlineData("sdg", "sgd")]
    [InlineData("sg", "sgd")]
    [InlineData("xyzzy", null)]
    public void The_nearest_name_is_found_or_none(string typed, string? expected) =>
        Assert.Equal(expected, Suggestions.Nearest(typed, Names));

    [Fact]
    public void A_hint_asks_and_lists_all_names() =>
        Assert.Equal("Did you mean 'rmsprop'? Known: adam, adamw, sgd, rmsprop.", Suggestions.Hint("rmsprob", Names));

    [Fact]
    public void A_hint_without_a_near_name_only_lists() =>
        Assert.Equal("Known: adam, adamw, sgd, rmsprop.", Suggestions.Hint("lion-cub", Names));
}
