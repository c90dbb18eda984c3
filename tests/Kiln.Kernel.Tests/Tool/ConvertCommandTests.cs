namespace Kiln.Kernel.Tests;

public sealed class ConvertCommandTests : IDisposable
{
    private const string Dib = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}

        #!markdown

        # Title

        #!csharp

        var x = 1;
        x

        #!html

        <b>bold</b>

        """;

    private readonly ToolRunner _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_dib_notebook_survives_the_way_to_Jupyter_and_back()
    {
        File.WriteAllText(_tool.At("a.dib"), Dib);
        var output = ToolRunner.Succeed("convert", _tool.At("a.dib"), _tool.At("a.ipynb"));
        ToolRunner.Succeed("convert", _tool.At("a.ipynb"), _tool.At("b.dib"));
        Assert.Equal(Dib, File.ReadAllText(_tool.At("b.dib")));
        Assert.Contains("3 cells (1 markdown, 1 csharp, 1 html)", output);
    }

    [Fact]
    public void In_Jupyter_a_cell_of_another_language_names_it()
    {
        File.WriteAllText(_tool.At("a.dib"), Dib);
        ToolRunner.Succeed("convert", _tool.At("a.dib"), _tool.At("a.ipynb"));
        Assert.Equal("#!html\n<b>bold</b>", NotebookFile.Read(_tool.At("a.ipynb")).Cells[2].Source);
    }

    [Fact]
    public void A_script_becomes_a_notebook()
    {
        File.WriteAllText(_tool.At("a.csx"), "1 + 1\n");
        ToolRunner.Succeed("convert", _tool.At("a.csx"), _tool.At("a.dib"));
        Assert.EndsWith("#!csharp\n\n1 + 1\n", File.ReadAllText(_tool.At("a.dib")));
    }

    [Fact]
    public void What_the_format_has_no_place_for_is_said()
    {
        File.WriteAllText(_tool.At("a.ipynb"), """{"nbformat":4,"metadata":{},"cells":[{"cell_type":"code","source":"1","outputs":[{"output_type":"stream","name":"stdout","text":"x"}]}]}""");
        Assert.Contains("Not in it: outputs of 1 cell; .csx files", ToolRunner.Succeed("convert", _tool.At("a.ipynb"), _tool.At("a.csx")));
    }

    [Fact]
    public void A_file_that_is_there_is_written_over_only_by_force()
    {
        File.WriteAllText(_tool.At("a.dib"), Dib);
        File.WriteAllText(_tool.At("a.csx"), "mine");
        Assert.Contains("--force", ToolRunner.Refuse("convert", _tool.At("a.dib"), _tool.At("a.csx")));
        Assert.Equal("mine", File.ReadAllText(_tool.At("a.csx")));
        ToolRunner.Succeed("convert", _tool.At("a.dib"), _tool.At("a.csx"), "--force");
        Assert.StartsWith("// %% [markdown]", File.ReadAllText(_tool.At("a.csx")));
    }

    [Theory]
    [InlineData("there is no such file", "no.dib", "a.ipynb")]
    [InlineData("Give a file that ends in", "a.dib", "a.pdf")]
    [InlineData("is the notebook itself", "a.dib", "a.dib")]
    public void A_line_that_cannot_be_meant_is_refused(string expected, string input, string output)
    {
        File.WriteAllText(_tool.At("a.dib"), Dib);
        var error = ToolRunner.Refuse("convert", _tool.At(input), _tool.At(output));
        Assert.StartsWith("kiln convert: ", error);
        Assert.Contains(expected, error);
    }
}
