namespace Kiln.Notebooks.Tests.Cells;

public class CellSplitterTests
{
    private static IReadOnlyList<CellPart> Split(string cell) => CommandTable.Default.Split(cell);

    [Fact]
    public void Code_without_magics_is_one_part() =>
        Assert.Equal([new CodePart("var a = 1;\na", 1)], Split("var a = 1;\na"));

    [Fact]
    public void A_body_ends_at_the_next_magic() =>
        Assert.Equal([new MagicPart("#!model a", "Linear(3)", 1), new MagicPart("#!train a", "", 3)], Split("#!model a\nLinear(3)\n#!train a"));

    [Fact]
    public void A_body_ends_with_the_cell_and_keeps_its_blank_lines() =>
        Assert.Equal([new MagicPart("#!model a", "\nLinear(3),\n\n// last", 1)], Split("#!model a\n\nLinear(3),\n\n// last\n"));

    [Fact]
    public void Code_below_a_magic_without_a_body_is_code_with_its_line() =>
        Assert.Equal([new MagicPart("#!train a", "", 1), new CodePart("var x = 1;", 2)], Split("#!train a\nvar x = 1;"));

    [Fact]
    public void Code_before_a_magic_comes_first() =>
        Assert.Equal([new CodePart("var x = 1;", 1), new MagicPart("#!train a", "", 2)], Split("var x = 1;\n#!train a"));

    [Fact]
    public void Windows_line_ends_and_indented_magics_are_understood() =>
        Assert.Equal([new MagicPart("#!model a", "Linear(3)", 1), new MagicPart("#!train a", "", 3)], Split("#!model a\r\nLinear(3)\r\n  #!train a  \r\n"));

    [Fact]
    public void A_line_that_names_a_program_is_not_a_magic() =>
        Assert.Equal([new CodePart("var script = \"\"\"\n#!/bin/sh\n\"\"\";", 1)], Split("var script = \"\"\"\n#!/bin/sh\n\"\"\";"));

    [Fact]
    public void Blank_cells_have_no_parts() => Assert.Empty(Split("\n  \n"));

    [Fact]
    public void The_name_of_a_magic_ends_at_a_blank_or_tab() =>
        Assert.Equal("#!model", new MagicPart("#!model\tnet", "", 1).Name);
}
