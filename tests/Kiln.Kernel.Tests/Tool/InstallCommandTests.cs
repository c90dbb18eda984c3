using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

public sealed class InstallCommandTests : IDisposable
{
    private readonly ToolRunner _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_kernelspec_names_the_program_and_the_interrupt_mode()
    {
        File.WriteAllText(_tool.At("plotly.min.js"), "// plotly");
        var output = ToolRunner.Succeed("install", "--prefix", _tool.Home, "--resource", _tool.At("plotly.min.js"));

        var folder = Path.Combine(_tool.Kernels, "kiln");
        Assert.Contains(folder, output);
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
        Assert.Equal("Kiln (C#)", (string?)spec["display_name"]);
        Assert.Equal("C#", (string?)spec["language"]);
        Assert.Equal("message", (string?)spec["interrupt_mode"]);
        Assert.False((bool)spec["metadata"]!["debugger"]!);
        var words = spec["argv"]!.AsArray().Select(word => (string)word!).ToList();
        Assert.Equal(["kernel", "{connection_file}"], words[^2..]);
        Assert.Contains("kiln", words[^3]);
        Assert.Equal("// plotly", File.ReadAllText(Path.Combine(folder, "plotly.min.js")));
    }

    [Theory]
    [InlineData("logo-32x32.png")]
    [InlineData("logo-64x64.png")]
    [InlineData("logo-svg.svg")]
    public void The_logos_that_front_ends_look_for_are_there(string logo)
    {
        ToolRunner.Succeed("install", "--prefix", _tool.Home);
        Assert.NotEqual(0, new FileInfo(Path.Combine(_tool.Kernels, "kiln", logo)).Length);
    }

    [Fact]
    public void Names_are_those_that_were_given()
    {
        ToolRunner.Succeed("install", "--prefix", _tool.Home, "--name", "kiln-beta", "--display-name", "Kiln \"β\"");
        Assert.Equal("Kiln \"β\"", new KernelSpecs(_tool.DataFolder).Find("kiln-beta")!.DisplayName);
    }

    [Fact]
    public void Installing_again_changes_nothing()
    {
        ToolRunner.Succeed("install", "--prefix", _tool.Home, "--replace-dotnet");
        var before = Snapshot();
        ToolRunner.Succeed("install", "--prefix", _tool.Home, "--replace-dotnet");
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void It_answers_to_the_name_of_NET_Interactive_if_asked_to()
    {
        ToolRunner.Succeed("install", "--prefix", _tool.Home, "--replace-dotnet");
        Assert.Equal([".net-csharp", "kiln"], new KernelSpecs(_tool.DataFolder).List().Select(spec => spec.Name));
    }

    [Theory]
    [InlineData("""{"argv":["dotnet","interactive","jupyter","{connection_file}"],"display_name":".NET (C#)"}""")]
    [InlineData("broken")]
    public void The_kernelspec_of_another_program_is_left_alone_and_nothing_is_written(string other)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_tool.Kernels, ".net-csharp")).FullName, "kernel.json");
        File.WriteAllText(file, other);
        Assert.Contains("jupyter kernelspec remove .net-csharp", ToolRunner.Refuse("install", "--prefix", _tool.Home, "--replace-dotnet"));
        Assert.Equal(other, File.ReadAllText(file));
        Assert.Null(new KernelSpecs(_tool.DataFolder).Find("kiln"));
    }

    [Fact]
    public void The_kernelspec_of_the_first_version_is_replaced()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_tool.Kernels, "kiln")).FullName, "kernel.json");
        File.WriteAllText(file, """{"argv":["/old/kiln","kernel","{connection_file}"]}""");
        ToolRunner.Succeed("install", "--prefix", _tool.Home);
        Assert.DoesNotContain("/old/kiln", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("no option --evrywhere", "--evrywhere")]
    [InlineData("Did you mean --user?", "--usr")]
    [InlineData("--prefix", "--prefix")]
    [InlineData("there is no file /no/such/file", "--resource", "/no/such/file")]
    [InlineData("--name: expected", "--name", "../kiln")]
    [InlineData("Give one of them", "--user", "--prefix", "/tmp")]
    public void A_wrong_option_is_refused_with_what_to_type(string expected, params string[] options)
    {
        var error = ToolRunner.Refuse(["install", .. options]);
        Assert.StartsWith("kiln install: ", error);
        Assert.Contains(expected, error);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_said()
    {
        File.WriteAllText(_tool.At("share"), "a file where a folder should be");
        Assert.Contains("--prefix DIR", ToolRunner.Refuse("install", "--prefix", _tool.Home));
    }

    private Dictionary<string, string> Snapshot() =>
        Directory.EnumerateFiles(_tool.Kernels, "*", SearchOption.AllDirectories).ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)));
}
