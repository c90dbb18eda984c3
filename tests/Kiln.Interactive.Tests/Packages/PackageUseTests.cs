using System.Text.Json.Nodes;

namespace Kiln.Interactive.Tests.Packages;

/// <summary>The packages used in empty folders.</summary>
[Collection(PackedFeed.Collection)]
public class PackageUseTests(PackedFeed feed)
{
    [Fact]
    public async Task From_the_packages_alone_the_tool_installs_the_kernel_and_trains_a_notebook()
    {
        SlowTests.SkipUnlessAsked();
        await Programs.RunAsync(feed.Empty, feed.Environment, "dotnet", "tool", "install", "Kiln.Kernel", "--tool-path", "tools");
        var kiln = Path.Combine(feed.Empty, "tools", "kiln");
        await Programs.RunAsync(feed.Empty, feed.Environment, kiln, "install", "--prefix", "jupyter");
        var spec = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(feed.Empty, "jupyter", "share", "jupyter", "kernels", "kiln", "kernel.json"), TestContext.Current.CancellationToken));
        Assert.Equal(kiln, (string?)spec!["argv"]![0]);
        await File.WriteAllTextAsync(Path.Combine(feed.Empty, "first.dib"), "#!csharp\n\n#!data digits --limit 300\n#!model net\nFlatten(), Linear(classes)\n#!train net --epochs 2\n", TestContext.Current.CancellationToken);
        await Programs.RunAsync(feed.Empty, feed.Environment, kiln, "run", "first.dib", "--output", "done.ipynb");
        Assert.Contains("Best epoch", await File.ReadAllTextAsync(Path.Combine(feed.Empty, "done.ipynb"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_notebook_of_dotnet_interactive_that_loads_the_package_runs_in_Kilns_kernel()
    {
        SlowTests.SkipUnlessAsked();
        var kiln = TwinNotebook.Kiln;
        await File.WriteAllTextAsync(Path.Combine(feed.Empty, "load.dib"), $"#!csharp\n\n#i \"nuget: {feed.Folder}\"\n#r \"nuget: Kiln\"\n\n#!csharp\n\n#!data digits --limit 300\n", TestContext.Current.CancellationToken);
        await Programs.RunAsync(feed.Empty, feed.Environment, kiln, "run", "load.dib", "--output", "loaded.ipynb");
        var loaded = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(feed.Empty, "loaded.ipynb"), TestContext.Current.CancellationToken));
        var said = Assert.Single(loaded!["cells"]![0]!["outputs"]!.AsArray());
        Assert.Equal($"Kiln {typeof(Magics).Assembly.GetName().Version!.ToString(3)} is built in.", string.Concat(said!["data"]!["text/plain"]!.AsArray().Select(line => (string?)line)));
    }

    [Fact]
    public async Task A_program_trains_with_the_packages_alone()
    {
        SlowTests.SkipUnlessAsked();
        var folder = Directory.CreateDirectory(Path.Combine(feed.Empty, "program")).FullName;
        var version = typeof(Magics).Assembly.GetName().Version!.ToString(3);
        // The packages that Kiln needs were fetched before, when this test was built.
        var fetched = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        await File.WriteAllTextAsync(Path.Combine(folder, "program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization><NuGetAudit>false</NuGetAudit>
                <RestoreFallbackFolders>{fetched}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Kiln" Version="{version}" /></ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            using Kiln;
            using Kiln.Training;
            using static TorchSharp.torch;

            Lab.Data(DataSource.BuiltIn("digits"));
            Model.Define("net", (hp, context) => nn.Sequential(("flat", nn.Flatten()), ("out", nn.Linear(64, context.Classes))));
            var run = await Lab.Train("net", options: new() { Epochs = 2 });
            Console.WriteLine($"{run.Record.Status} after {run.Epochs.Count} epochs");
            """, TestContext.Current.CancellationToken);
        Assert.Contains("Finished after 2 epochs", await Programs.RunAsync(folder, feed.Environment, "dotnet", "run", "-c", "Release"));
    }

    [Theory]
    [InlineData("Kiln.Interactive", "Kiln.TorchSharp")]
    [InlineData("Kiln.Kernel", "Kiln.TorchSharp.Kernel")]
    public async Task Packages_built_against_TorchSharp_bear_names_of_their_own(string project, string id)
    {
        SlowTests.SkipUnlessAsked();
        var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "src", project));
        var said = await Programs.RunAsync(path, new Dictionary<string, string>(), "dotnet", "msbuild", "-getProperty:PackageId", "-getItem:PackageReference", "-p:TorchBackend=TorchSharp");
        Assert.Contains($"\"PackageId\": \"{id}\"", said);
        if (project == "Kiln.Interactive") Assert.Contains("\"Identity\": \"TorchSharp-cpu\"", said);
    }
}
