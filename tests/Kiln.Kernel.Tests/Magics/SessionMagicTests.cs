namespace Kiln.Kernel.Tests.Magics;

[Collection("kernel")]
public class SessionMagicTests(KernelProbe kernel)
{
    [Fact]
    public async Task The_list_of_magics_names_those_of_the_lab_and_of_the_notebook()
    {
        var text = (await kernel.RunAsync("#!lsmagic")).Data("display_data")!;
        Assert.Contains("#!train", text);
        Assert.Contains("#!whos", text);
        Assert.DoesNotContain("#!fsharp", text);
    }

    [Fact]
    public async Task Help_names_the_other_spellings() =>
        Assert.Contains("Also: #!js", (await kernel.RunAsync("#!javascript -h")).Data("display_data"));

    [Fact]
    public async Task A_misspelled_magic_of_the_notebook_is_recognised() =>
        Assert.Contains("Did you mean #!whos?", (await kernel.RunAsync("#!whoos")).Traceback);

    [Fact]
    public async Task Wall_time_is_shown_after_the_rest_of_the_cell()
    {
        var cell = await kernel.RunAsync("#!time\nConsole.Write(1);");
        Assert.Equal(["stream", "display_data"], cell.Outputs);
        Assert.Matches(@"^Wall time: \d+(\.\d+)?ms$", cell.Data("display_data"));
    }

    [Fact]
    public async Task Wall_time_is_shown_of_a_cell_that_fails_too()
    {
        var cell = await kernel.RunAsync("#!time\nthrow new Exception(\"no\");");
        Assert.Equal(["display_data", "error"], cell.Outputs);
    }

    [Fact]
    public async Task Variables_are_listed_with_the_newest_type_and_value()
    {
        await kernel.RunAsync("var listedA = 1; const string listedB = \"two\";");
        await kernel.RunAsync("var listedA = new List<int?> { 1, null };");
        Assert.Contains("listedA, listedB", (await kernel.RunAsync("#!who")).Data("display_data"));
        var lines = (await kernel.RunAsync("#!whos")).Data("display_data")!.Split('\n');
        Assert.Matches(@"^listedA +List<int\?> +\[ 1, ", Assert.Single(lines, line => line.StartsWith("listedA ", StringComparison.Ordinal)));
        Assert.Matches("^listedB +string +two$", Assert.Single(lines, line => line.StartsWith("listedB ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_versions_are_told() => Assert.Contains("14.0", (await kernel.RunAsync("#!about")).Data("display_data"));
}
