namespace Kiln.Kernel.Tests;

public class DibFileTests
{
    private const string Notebook = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":["c#"],"name":"csharp"},{"aliases":[],"name":"sql-shop"}]},"author":"Ann"}

        #!markdown

        # Title

        text

        #!csharp

        #!time
        var x = 1;

        x

        #!fsharp

        let y = 2

        #!sql-shop

        select 1

        """;

    [Fact]
    public void Cells_are_cut_at_the_lines_that_name_a_language()
    {
        var cells = Parse(Notebook).Cells;
        Assert.Equal(["markdown", "csharp", "fsharp", "sql-shop"], cells.Select(cell => cell.Language));
        Assert.Equal("#!time\nvar x = 1;\n\nx", cells[1].Source);
        Assert.Equal(CellKind.Markdown, cells[0].Kind);
        Assert.Equal("# Title\n\ntext", cells[0].Source);
    }

    [Fact]
    public void A_notebook_survives_reading_and_writing() => Assert.Equal(Notebook, DibFile.Write(Parse(Notebook)));

    [Fact]
    public void A_notebook_survives_the_way_over_Jupyters_format()
    {
        var json = IpynbWriter.Write(Parse(Notebook));
        Assert.Equal(Notebook, DibFile.Write(new IpynbReader("a.ipynb").Read(json)));
    }

    [Theory]
    [InlineData("1 + 1", "1 + 1")]
    [InlineData("\r\n1\r\n2\r\n", "1\n2")]
    [InlineData("#!C#\n1", "1")]
    [InlineData("#!csharp\n\n\n#!markdown\n\n#!c#  \n1", "1")]
    public void Blank_lines_empty_cells_and_aliases_make_no_cells(string text, string source)
    {
        var cell = Assert.Single(Parse(text).Cells);
        Assert.Equal(("csharp", source), (cell.Language, cell.Source));
    }

    [Fact]
    public void The_first_cell_has_the_default_language_of_the_meta_block() =>
        Assert.Equal("fsharp", Parse("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\"}}\n#!f#\nlet x = 1").Cells[0].Language);

    [Fact]
    public void A_text_cell_about_notebooks_stays_one_cell()
    {
        var document = new NotebookDocument { Cells = [new NotebookCell { Kind = CellKind.Markdown, Language = "markdown", Source = "Write\n#!csharp\nfirst" }] };
        Assert.Single(Parse(DibFile.Write(document)).Cells);
    }

    [Fact]
    public void A_code_cell_that_names_its_language_itself_names_it_once()
    {
        var document = new NotebookDocument { Cells = [new NotebookCell { Language = "fsharp", Source = "#!fsharp\nlet x = 1" }] };
        Assert.EndsWith("\n#!fsharp\n\nlet x = 1\n", DibFile.Write(document));
    }

    [Theory]
    [InlineData("#!meta\n\n{broken\n\n#!csharp\n1")]
    [InlineData("#!meta\n\n[1]\n\n#!csharp\n1")]
    [InlineData("#!meta\n\n{\"a\":1,\"a\":2}\n\n#!csharp\n1")]
    public void A_bad_meta_block_is_refused_with_its_line(string text)
    {
        var refusal = Assert.Throws<NotebookFileException>(() => Parse(text));
        Assert.StartsWith("a.dib, line 3: the #!meta block", refusal.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#!meta")]
    [InlineData("#!meta\n{\"kernelInfo\":7}")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"items\":{\"a\":1}}}")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"items\":[null,{\"name\":null}]}}")]
    public void Odd_files_are_notebooks_without_cells(string text) => Assert.Empty(Parse(text).Cells);

    private static NotebookDocument Parse(string text) => DibFile.Parse(text, "a.dib");
}
