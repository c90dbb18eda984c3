using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

public class IpynbTests
{
    private const string Notebook = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "intro",
           "metadata": {},
           "source": [
            "# Title\n",
            "text"
           ],
           "attachments": {
            "a.png": {
             "image/png": "AAAA"
            }
           }
          },
          {
           "cell_type": "code",
           "execution_count": 7,
           "id": "c2",
           "metadata": {
            "tags": [
             "parameters"
            ]
           },
           "outputs": [
            {
             "data": {
              "text/plain": [
               "1.50"
              ]
             },
             "execution_count": 7,
             "metadata": {
              "unknown": 1.50
             },
             "output_type": "execute_result"
            }
           ],
           "source": [
            "var rate = 1.5;\n",
            "rate // ä 漢"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "name": ".net-csharp"
          },
          "widgets": {
           "state": {}
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5,
         "signature": "kept"
        }

        """;

    [Fact]
    public void A_notebook_survives_reading_and_writing_byte_for_byte() =>
        Assert.Equal(Notebook, IpynbWriter.Write(Read(Notebook)));

    [Fact]
    public void Kind_source_tags_and_count_of_a_cell_are_read()
    {
        var cells = Read(Notebook).Cells;
        Assert.Equal([CellKind.Markdown, CellKind.Code], cells.Select(cell => cell.Kind));
        Assert.Equal("# Title\ntext", cells[0].Source);
        Assert.Equal("csharp", cells[1].Language);
        Assert.Equal(["parameters"], cells[1].Tags);
        Assert.Equal(7, cells[1].ExecutionCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_notebook_without_ids_gets_valid_ones_that_are_the_same_every_time(int minor)
    {
        var json = $$"""{"nbformat":4,"nbformat_minor":{{minor}},"metadata":{},"cells":[{"cell_type":"code","source":"1"},{"cell_type":"code","source":"1","id":"a b"},{"cell_type":"code","source":"1","id":"x"},{"cell_type":"code","source":"1","id":"x"}]}""";
        var first = JsonNode.Parse(IpynbWriter.Write(Read(json)))!;
        var ids = first["cells"]!.AsArray().Select(cell => (string)cell!["id"]!).ToList();
        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
        Assert.Equal("x", ids[2]);
        Assert.Equal(IpynbWriter.Write(Read(json)), IpynbWriter.Write(Read(json)));
        Assert.Equal((4, 5), ((int)first["nbformat"]!, (int)first["nbformat_minor"]!));
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "let x = 1", "fsharp")]
    [InlineData("""{"dotnet_interactive":{"language":"pwsh"}}""", "Get-Date", "pwsh")]
    [InlineData("{}", "#!html\\n<b>x</b>", "html")]
    [InlineData("{}", "#!time\\n1", "csharp")]
    [InlineData("""{"dotnet_interactive":7,"tags":"no list"}""", "1", "csharp")]
    public void The_language_of_a_cell_is_found_where_NET_Interactive_keeps_it(string metadata, string source, string language) =>
        Assert.Equal(language, Cell(metadata, source).Language);

    [Fact]
    public void The_kernel_is_told_the_language_of_a_cell_that_is_no_CSharp()
    {
        Assert.Equal("#!fsharp\nlet x = 1", Cell("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "let x = 1").Code);
        Assert.Equal("#!html\n<b>x</b>", Cell("{}", "#!html\\n<b>x</b>").Code);
    }

    [Fact]
    public void A_notebook_of_FSharp_has_cells_of_FSharp() => Assert.Equal(
        "fsharp",
        Read("""{"nbformat":4,"metadata":{"kernelspec":{"language":"F#","name":".net-fsharp"}},"cells":[{"cell_type":"code","source":"1"}]}""").Cells[0].Language);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("[]", "JSON object")]
    [InlineData("{\"nbformat\":4,\"metadata\":{}}", "'cells'")]
    [InlineData("{\"cells\":[]}", "'nbformat'")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "jupyter nbconvert")]
    [InlineData("{\"nbformat\":5,\"cells\":[]}", "newer Jupyter")]
    [InlineData("{\"nbformat\":4,\"cells\":[7]}", "cell 1")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\"}]}", "'source'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":[1]}]}", "'source'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"poem\",\"source\":\"\"}]}", "'poem'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[1]}]}", "'outputs'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"metadata\":1}]}", "'metadata'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\\ud800\"}]}", "Jupyter")]
    [InlineData("{\"nbformat\":4,\"nbformat\":4,\"cells\":[]}", "line 1")]
    [InlineData("{\"nbformat\":4,\n\"cells\":[\n<<<<<<< HEAD\n]}", "line 3")]
    [InlineData("{\"nbformat\":4,\n\"cells\":[\n<<<<<<< HEAD\n]}", "merge conflict")]
    [InlineData("<!DOCTYPE html>", "web page")]
    [InlineData("version https://git-lfs.github.com/spec/v1", "git lfs pull")]
    public void A_bad_file_is_refused_with_its_name_the_place_and_the_remedy(string json, string expected)
    {
        var refusal = Assert.Throws<NotebookFileException>(() => Read(json));
        Assert.StartsWith("work/a.ipynb: ", refusal.Message);
        Assert.Contains(expected, refusal.Message);
        Assert.DoesNotContain("BytePosition", refusal.Message);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Throws<NotebookFileException>(() => Read($$"""{"nbformat":4,"cells":[],"x":{{new string('[', 100_000)}}"""));

    [Fact]
    public void Every_truncation_of_a_notebook_is_refused()
    {
        for (var length = 0; length < Notebook.TrimEnd().Length; length += 7)
            Assert.Throws<NotebookFileException>(() => Read(Notebook[..length]));
    }

    private static NotebookDocument Read(string json) => new IpynbReader("work/a.ipynb").Read(json);

    private static NotebookCell Cell(string metadata, string source) =>
        Read($$"""{"nbformat":4,"metadata":{},"cells":[{"cell_type":"code","metadata":{{metadata}},"source":"{{source}}"}]}""").Cells[0];
}
