namespace Kiln.Kernel.Tests;

public class CodePointsTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("a😀c", 2, 3)]
    [InlineData("😀😀", 1, 2)]
    [InlineData("abc", 99, 3)]
    [InlineData("", 1, 0)]
    public void A_code_point_is_one_or_two_units(string text, int codePoints, int index) =>
        Assert.Equal(index, CodePoints.ToIndex(text, codePoints));

    [Theory]
    [InlineData("a😀c", 3, 2)]
    [InlineData("abc", 3, 3)]
    [InlineData("é\U0001F468\u200D", 4, 3)]
    public void Units_are_counted_back_to_code_points(string text, int index, int codePoints) =>
        Assert.Equal(codePoints, CodePoints.FromIndex(text, index));
}
