namespace Kiln.Kernel.Tests;

public class NameMatchingTests
{
    [Theory]
    [InlineData("WriteLine", "WriteLine", NameMatch.Whole)]
    [InlineData("WriteLine", "", NameMatch.Prefix)]
    [InlineData("WriteLine", "Write", NameMatch.Prefix)]
    [InlineData("WriteLine", "wri", NameMatch.PrefixInOtherCase)]
    [InlineData("WriteLine", "WL", NameMatch.Humps)]
    [InlineData("WriteLine", "WrLi", NameMatch.Humps)]
    [InlineData("WriteLine", "wL", NameMatch.None)]
    [InlineData("MaxPool2d", "MP", NameMatch.Humps)]
    [InlineData("WriteLine", "line", NameMatch.Inside)]
    [InlineData("WriteLine", "Line", NameMatch.Inside)]
    [InlineData("WriteLine", "li", NameMatch.None)]
    [InlineData("WriteLine", "LW", NameMatch.None)]
    [InlineData("WriteLine", "WriteLines", NameMatch.None)]
    internal void Typed_letters_are_found_in_names(string name, string typed, NameMatch expected) => Assert.Equal(expected, NameMatching.Of(name, typed));
}
