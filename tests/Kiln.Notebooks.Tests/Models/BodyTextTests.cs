namespace Kiln.Notebooks.Tests.Models;

public class BodyTextTests
{
    [Theory]
    [InlineData("Linear(3), ReLU()", false)]
    [InlineData("Linear(3), // return later", false)]
    [InlineData("/* return */ Linear(hp.Int(\"return\", 1, 2))", false)]
    [InlineData("Linear(returns)", false)]
    [InlineData("var w = 3;\nreturn [Linear(w)];", true)]
    [InlineData("if (classes > 2) { return Linear(3); }\nreturn Linear(4);", true)]
    public void A_body_with_a_return_of_its_own_is_statements(string body, bool expected) =>
        Assert.Equal(expected, BodyText.IsStatements(body));

    [Theory]
    [InlineData("", true)]
    [InlineData(" \n// only this\n/* and that */", true)]
    [InlineData("Linear(3)", false)]
    [InlineData("/* never closed", true)]
    public void A_body_of_comments_is_empty(string body, bool expected) =>
        Assert.Equal(expected, BodyText.IsEmpty(body));

    [Theory]
    [InlineData("Linear(3);", "Linear(3)")]
    [InlineData("Linear(3); // end", "Linear(3) // end")]
    [InlineData("Linear(3) // ;", "Linear(3) // ;")]
    [InlineData("Linear(3),", "Linear(3),")]
    public void A_semicolon_behind_the_list_is_dropped(string body, string expected) =>
        Assert.Equal(expected, BodyText.WithoutFinalSemicolon(body));

    [Theory]
    [InlineData("[Linear(3), ReLU()] // list", true)]
    [InlineData("Linear(3)", false)]
    public void A_list_may_bring_its_own_brackets(string body, bool expected) =>
        Assert.Equal(expected, BodyText.IsBracketed(body));
}
