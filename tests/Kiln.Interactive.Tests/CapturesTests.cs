namespace Kiln.Interactive.Tests;

public class CapturesTests
{
    private static readonly HashSet<string> Session = ["width", "classes", "data", "padding"];

    [Theory]
    [InlineData("Linear(width), Linear(classes)", "width")]
    [InlineData("Linear(hp.width)", "")]
    [InlineData("Linear(hp.Int(\"width\", 1, 2)) // width", "")]
    [InlineData("Conv2d(6, 5, padding: 2)", "")]
    public void Only_variables_that_the_body_reads_count(string body, string expected)
    {
        var code = $"#line hidden\nvar (classes, outputs) = (1, 2);\n#line 2\n{body}\n#line hidden\nreturn data;";
        Assert.Equal(expected, string.Join(' ', Captures.Of(code, Session.Contains)));
    }
}
