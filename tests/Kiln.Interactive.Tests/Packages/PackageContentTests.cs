namespace Kiln.Interactive.Tests.Packages;

/// <summary>What lies in the packages.</summary>
[Collection(PackedFeed.Collection)]
public class PackageContentTests(PackedFeed feed)
{
    private static readonly string[] Layers = ["Charts", "Interactive", "Lab", "Notebooks", "Runs", "Search", "Training", "Weights"];

    [Fact]
    public void The_package_holds_extension_layers_and_their_documentation()
    {
        var files = feed.FilesOf("Kiln");
        Assert.All(Layers, layer => Assert.Contains($"lib/net10.0/Kiln.{layer}.dll", files));
        Assert.All(Layers, layer => Assert.Contains($"lib/net10.0/Kiln.{layer}.xml", files));
        Assert.Equal(ContractNotebook.Script, feed.TextOf("Kiln", "interactive-extensions/dotnet/extension.dib"));
        Assert.DoesNotContain(files, file => file.Contains("DotNet.Interactive", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kiln")]
    [InlineData("Kiln.Torch")]
    [InlineData("Kiln.Kernel")]
    public void Every_package_has_readme_icon_licence_and_one_version(string id)
    {
        var files = feed.FilesOf(id);
        Assert.All(["README.md", "icon.png", "LICENSE"], file => Assert.Contains(file, files));
        var description = feed.TextOf(id, $"{id}.nuspec");
        Assert.Contains("<license type=\"expression\">MIT</license>", description);
        Assert.Contains($"<version>{typeof(Magics).Assembly.GetName().Version!.ToString(3)}</version>", description);
    }

    [Fact]
    public void The_torch_of_a_platform_is_documented_and_its_shim_lies_where_the_runtime_looks() =>
        Assert.Superset(
            new HashSet<string> { "lib/net10.0/Kiln.Torch.dll", "lib/net10.0/Kiln.Torch.xml", "runtimes/linux-x64/native/libkiln_torch.so" },
            feed.FilesOf("Kiln.Torch").ToHashSet());

    [Fact]
    public void The_tool_brings_the_shim_and_one_platform() =>
        Assert.All(feed.FilesOf("Kiln.Kernel").Where(file => file.Contains("/runtimes/", StringComparison.Ordinal)), file => Assert.Contains("/linux-x64/", file));
}
