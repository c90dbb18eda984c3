namespace Kiln.Kernel.Tests;

/// <summary>Lines that are refused before a kernel starts.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly ToolRunner _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("expected a file that ends in .ipynb", "--output", "out.html")]
    [InlineData("--timeout: expected seconds above 0", "--timeout", "0")]
    [InlineData("Cannot parse", "--timeout", "soon")]
    [InlineData("expected NAME=VALUE, got 'epochs'", "-p", "epochs")]
    [InlineData("the notebook has no parameter lr. It has: epochs = 3.", "-p", "lr=1")]
    [InlineData("Did you mean --output?", "--ouput", "x.ipynb")]
    public void A_line_that_cannot_be_meant_is_refused_with_what_to_type(string expected, params string[] options)
    {
        File.WriteAllText(_tool.At("a.csx"), "// parameters\nint epochs = 3;");
        var error = ToolRunner.Refuse(["run", _tool.At("a.csx"), .. options]);
        Assert.StartsWith("kiln run: ", error);
        Assert.Contains(expected, error);
    }

    [Fact]
    public void A_notebook_in_another_language_is_refused_with_how_to_run_it()
    {
        File.WriteAllText(_tool.At("a.ipynb"), """{"nbformat":4,"metadata":{"kernelspec":{"name":"python3","language":"python"}},"cells":[]}""");
        Assert.Contains("is a notebook in python; Kiln runs C#", ToolRunner.Refuse("run", _tool.At("a.ipynb")));
    }

    [Fact]
    public void A_missing_notebook_is_refused() => Assert.Contains("there is no such file", ToolRunner.Refuse("run", _tool.At("no.dib")));
}
