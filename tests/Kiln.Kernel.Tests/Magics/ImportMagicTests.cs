namespace Kiln.Kernel.Tests.Magics;

[Collection("kernel")]
public sealed class ImportMagicTests(KernelProbe kernel) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-import").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_file_declares_stays()
    {
        var file = Write("tools.cs", "int Imported(int a) => a * 2;\nConsole.WriteLine(\"loaded\");");
        var cell = await kernel.RunAsync($"#!import {file}\nImported(4)");
        Assert.Equal("loaded\n", cell.Stream("stdout"));
        Assert.Equal("8", cell.Result);
    }

    [Fact]
    public async Task The_value_of_a_file_is_shown() =>
        Assert.Equal("3", (await kernel.RunAsync($"#!import {Write("value.csx", "1 + 2")}")).Data("display_data"));

    [Fact]
    public async Task Magics_in_a_file_run_and_its_imports_start_at_its_own_folder()
    {
        Write("inner.csx", "var inner = 5;");
        var file = Write("outer.csx", "#!import inner.csx\nvar outer = inner + 1;");
        Assert.Equal("6", (await kernel.RunAsync($"#!import {file}\nouter")).Result);
    }

    [Fact]
    public async Task A_source_file_of_a_project_may_have_a_namespace()
    {
        var file = Write("Greeter.cs", "\uFEFFusing System.Net;\r\n\r\nnamespace My.App;\r\n\r\ninternal sealed class Greeter\r\n{\r\n    public string Greet() => WebUtility.HtmlEncode(\"<hi>\");\r\n}\r\n");
        Assert.Equal("&lt;hi&gt;", (await kernel.RunAsync($"#!import {file}\nusing My.App;\nnew Greeter().Greet()")).Result);
    }

    [Fact]
    public async Task Html_is_shown() =>
        Assert.Equal("<b>b</b>", (await kernel.RunAsync($"#!import {Write("page.html", "<b>b</b>")}")).Data("display_data", "text/html"));

    [Theory]
    [InlineData("book.dib", "#!csharp\n\nint dibA = 20;\n\n#!fsharp\n\nlet x = 1\n\n#!csharp\n\nvar sum = dibA + 1;\n")]
    [InlineData("book.ipynb", """
        {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
          {"cell_type": "markdown", "metadata": {}, "source": ["# text"]},
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": ["int dibA = 20;"]},
          {"cell_type": "code", "metadata": {"polyglot_notebook": {"kernelName": "fsharp"}}, "outputs": [], "execution_count": null, "source": ["let x = 1"]},
          {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": ["var sum = dibA + 1;"]}]}
        """)]
    public async Task The_cells_of_a_notebook_run_in_order_and_other_languages_are_left_out_with_a_note(string name, string text)
    {
        var cell = await kernel.RunAsync($"#!import {Write(name, text)}\nsum");
        Assert.Equal("21", cell.Result);
        Assert.Contains($"{name}: cells in fsharp were left out", cell.Data("display_data"));
    }

    [Fact]
    public async Task A_damaged_notebook_is_refused_with_its_name() =>
        Assert.Contains("#!import: " + Path.Combine(_folder, "torn.ipynb"), (await kernel.RunAsync($"#!import {Write("torn.ipynb", "{\"cells\": [")}")).Traceback);

    [Fact]
    public async Task An_error_in_a_file_names_the_file_and_its_line()
    {
        var cell = await kernel.RunAsync($"#!import {Write("wrong.cs", "\nint x = ;")}");
        Assert.Contains("wrong.cs(2,9): error CS1525", cell.Traceback);
    }

    [Fact]
    public async Task A_file_that_imports_itself_is_refused() =>
        Assert.Contains("imports itself", (await kernel.RunAsync($"#!import {Write("round.csx", "#!import round.csx")}")).Traceback);

    [Theory]
    [InlineData("missing.cs", "there is no file")]
    [InlineData(".", "is a folder")]
    [InlineData("script.fsx", "is F#")]
    [InlineData("data.csv", "expected a .cs")]
    public async Task What_cannot_be_imported_is_said_in_one_sentence(string file, string expected)
    {
        Write("script.fsx", "1");
        Write("data.csv", "1");
        Assert.Contains(expected, (await kernel.RunAsync($"#!import {Path.Combine(_folder, file)}")).Traceback);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
