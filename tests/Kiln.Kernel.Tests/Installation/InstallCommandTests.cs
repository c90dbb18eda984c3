using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

public class InstallCommandTests
{
    [Fact]
    public void The_kernelspec_names_the_program_and_the_interrupt_mode()
    {
        var prefix = Directory.CreateTempSubdirectory("kiln-install").FullName;
        var resource = Path.Combine(prefix, "plotly.min.js");
        File.WriteAllText(resource, "// plotly");

        Assert.Equal(0, InstallCommand.Run(["--prefix", prefix, "--resource", resource], TextWriter.Null, TextWriter.Null));

        var folder = Path.Combine(prefix, "share", "jupyter", "kernels", "kiln");
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
        Assert.Equal("Kiln (C#)", (string?)spec["display_name"]);
        Assert.Equal("C#", (string?)spec["language"]);
        Assert.Equal("message", (string?)spec["interrupt_mode"]);
        var words = spec["argv"]!.AsArray().Select(word => (string)word!).ToList();
        Assert.Equal(["kernel", "{connection_file}"], words[^2..]);
        Assert.Contains("kiln", words[^3]);
        Assert.True(File.Exists(Path.Combine(folder, "plotly.min.js")));
        Directory.Delete(prefix, recursive: true);
    }

    [Theory]
    [InlineData]
    [InlineData("--prefix")]
    [InlineData("--everywhere")]
    [InlineData("--user", "--resource", "/no/such/file")]
    public void A_wrong_option_is_refused_with_the_usage(params string[] options)
    {
        using var error = new StringWriter();
        Assert.Equal(1, InstallCommand.Run(options, TextWriter.Null, error));
        Assert.Contains("usage: kiln install", error.ToString());
    }
}
