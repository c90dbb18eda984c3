using System.Text;

namespace Kiln.Kernel.Tests.Magics;

[Collection("kernel")]
public class LanguageMagicTests(KernelProbe kernel)
{
    [Theory]
    [InlineData("#!html", "text/html", "<b>bold</b>")]
    [InlineData("#!markdown", "text/markdown", "# head\n\ntext")]
    [InlineData("#!svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("#!mermaid", "text/vnd.mermaid", "graph LR\n a --> b")]
    public async Task The_body_is_shown_as_content_with_its_plain_twin(string magic, string mimeType, string body)
    {
        var cell = await kernel.RunAsync($"{magic}\n{body}");
        Assert.Equal(["display_data"], cell.Outputs);
        Assert.Equal(body, cell.Data("display_data", mimeType));
        Assert.Equal(body, cell.Data("display_data"));
    }

    [Fact]
    public async Task A_picture_is_an_image_also_where_its_namespace_was_left_out()
    {
        var cell = await kernel.RunAsync("#!svg\n<svg width=\"9\"><svg/></svg>");
        var html = cell.Data("display_data", "text/html")!;
        var picture = Encoding.UTF8.GetString(Convert.FromBase64String(html.Split("base64,")[1].Split('"')[0]));
        Assert.Equal("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"><svg/></svg>", picture);
        Assert.Equal(picture, cell.Data("display_data", "image/svg+xml"));
    }

    [Theory]
    [InlineData("#!javascript")]
    [InlineData("#!js")]
    public async Task A_script_is_shown_as_a_script_element_that_its_text_cannot_end(string magic)
    {
        var cell = await kernel.RunAsync($"{magic}\nalert('</script>');");
        Assert.Contains("alert('<\\/script>');", cell.Data("display_data", "text/html"));
        Assert.Equal("alert('</script>');", cell.Data("display_data"));
    }

    [Theory]
    [InlineData("#!csharp")]
    [InlineData("#!c#")]
    [InlineData("#!C#")]
    public async Task CSharp_goes_on_after_another_language(string magic)
    {
        var cell = await kernel.RunAsync($"#!html\n<i>i</i>\n{magic}\n6 * 7");
        Assert.Equal(["display_data", "execute_result"], cell.Outputs);
        Assert.Equal("42", cell.Result);
    }

    [Fact]
    public async Task A_language_goes_on_after_a_magic_that_is_none()
    {
        var cell = await kernel.RunAsync("#!html\n<i>1</i>\n#!lsmagic\n<i>2</i>");
        Assert.Equal("<i>1</i>", cell.Data("display_data", "text/html"));
        Assert.Equal("<i>2</i>", cell.Data("display_data", "text/html", 2));
    }

    [Fact]
    public async Task A_value_before_another_part_of_the_cell_is_shown_in_its_place()
    {
        var cell = await kernel.RunAsync("1 + 1\n#!html\n<i>i</i>\n#!csharp\n2 + 2");
        Assert.Equal(["display_data", "display_data", "execute_result"], cell.Outputs);
        Assert.Equal("2", cell.Data("display_data"));
        Assert.Equal("4", cell.Result);
    }

    [Theory]
    [InlineData("#!fsharp\nlet x = 1", "#!fsharp: this kernel runs C#, not F#. Write the cell in C#")]
    [InlineData("#!sql --name rows\nselect 1", "#!sql: ")]
    [InlineData("#!pwsh\nls", "Process.Start")]
    [InlineData("#!connect mssql --kernel-name db \"Server=.\"", "#!connect mssql: Kiln is one C# kernel")]
    public async Task What_is_not_here_is_refused_with_the_remedy(string code, string expected)
    {
        var cell = await kernel.RunAsync(code);
        Assert.Equal("MagicError", (string?)cell.Reply["ename"]);
        Assert.Contains(expected, cell.Traceback);
    }
}
