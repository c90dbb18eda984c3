using System.Diagnostics;
using System.Text.Json;
using Kiln.Torch.Api;
using Microsoft.CodeAnalysis;

namespace Architecture.Tests;

/// <summary>Everything above Kiln.Torch also compiles against the TorchSharp package.</summary>
public class TorchBackendTests
{
    private static readonly SwitchedSources Sources = new();

    [Fact]
    public void The_lists_make_an_assembly()
    {
        var errors = ReferenceAssembly.Compile().GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Empty(errors.Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("Kiln.Weights")]
    [InlineData("Kiln.Training")]
    [InlineData("Kiln.Lab")]
    [InlineData("Kiln.Notebooks")]
    [InlineData("Kiln.Kernel")]
    public void A_project_above_Kiln_Torch_uses_only_what_TorchSharp_has(string project) =>
        Assert.Equal("", string.Join("\n", Sources.Errors(project)));

    [Fact]
    public async Task The_switch_puts_the_package_in_the_place_of_the_project()
    {
        var project = Path.Combine(Repository.Root, "src", "Kiln.Notebooks", "Kiln.Notebooks.csproj");
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-p:TorchBackend=TorchSharp", "-getItem:ProjectReference", "-getItem:PackageReference"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var items = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("Items");

        Assert.Equal(["Kiln.Lab"], Names(items, "ProjectReference"));
        Assert.Contains("TorchSharp-cpu", Names(items, "PackageReference"));
    }

    private static IEnumerable<string?> Names(JsonElement items, string kind) =>
        items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Filename").GetString());

    [Fact]
    public void What_only_Kiln_Torch_has_is_found()
    {
        var errors = Sources.ErrorsOf("public static class Probe { public static string Of() => TorchSharp.TorchEnvironment.LibtorchVersion; }");

        Assert.Contains("TorchEnvironment", Assert.Single(errors), StringComparison.Ordinal);
    }
}
