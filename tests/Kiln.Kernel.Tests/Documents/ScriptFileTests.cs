namespace Kiln.Kernel.Tests;

public class ScriptFileTests
{
    private const string Script = """
        // %% The title [markdown]
        // # Heading
        //
        // text

        // %% tags=["parameters"]
        var rate = 1.5;

        // %%
        rate * 2 // %% no mark

        """;

    [Fact]
    public void A_script_without_marks_is_one_cell()
    {
        var cell = Assert.Single(ScriptFile.Parse("#!/usr/bin/env dotnet-script\r\n\r\nvar x = 1;\r\nx\r\n").Cells);
        Assert.Equal("var x = 1;\nx", cell.Source);
    }

    [Fact]
    public void Marks_cut_a_script_into_cells()
    {
        var cells = ScriptFile.Parse(Script).Cells;
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code], cells.Select(cell => cell.Kind));
        Assert.Equal("# Heading\n\ntext", cells[0].Source);
        Assert.Equal(["parameters"], cells[1].Tags);
        Assert.Equal("rate * 2 // %% no mark", cells[2].Source);
    }

    [Fact]
    public void A_script_survives_reading_and_writing() => Assert.Equal(Script, ScriptFile.Write(ScriptFile.Parse(Script)));

    [Fact]
    public void Cells_of_other_languages_are_kept_as_comments()
    {
        var document = new NotebookDocument { Cells = [new NotebookCell { Language = "fsharp", Source = "let x = 1" }, new NotebookCell { Source = "1" }] };
        var text = ScriptFile.Write(document);
        Assert.Equal("// %% [fsharp]\n// let x = 1\n\n// %%\n1\n", text);
        Assert.Equal(["fsharp", "csharp"], ScriptFile.Parse(text).Cells.Select(cell => cell.Language));
    }

    [Theory]
    [InlineData("// %% tags=[not json]\n1")]
    [InlineData("// %% tags=[]\n1")]
    public void Tags_that_cannot_be_read_are_none(string text) => Assert.Empty(Assert.Single(ScriptFile.Parse(text).Cells).Tags);

    [Fact]
    public void A_single_cell_is_a_plain_script() =>
        Assert.Equal("var x = 1;\n", ScriptFile.Write(new NotebookDocument { Cells = [new NotebookCell { Source = "var x = 1;\n\n" }] }));
}
