using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The layers of src/README.md, held against the project files.</summary>
public class ProjectReferenceTests
{
    // Its package holds the layers below it, so it names what they depend on.
    private const string Bundle = "Kiln.Interactive";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Kiln.Torch"] = [],
        ["Kiln.Torch.Generator"] = [],
        ["Kiln.Charts"] = [],
        ["Kiln.Runs"] = [],
        ["Kiln.Weights"] = ["Kiln.Torch"],
        ["Kiln.Training"] = ["Kiln.Torch", "Kiln.Weights"],
        ["Kiln.Search"] = ["Kiln.Runs"],
        ["Kiln.Lab"] = ["Kiln.Training", "Kiln.Search", "Kiln.Runs", "Kiln.Charts"],
        ["Kiln.Notebooks"] = ["Kiln.Lab", "Kiln.Torch"],
        ["Kiln.Kernel"] = ["Kiln.Notebooks"],
        ["Kiln.Interactive"] = ["Kiln.Notebooks", "Kiln.Torch"],
    };

    private static readonly Dictionary<string, string[]> PackageOwners = new()
    {
        ["Microsoft.Data.Sqlite"] = ["Kiln.Runs"],
        ["Npgsql"] = ["Kiln.Runs"],
        ["MathNet.Numerics"] = ["Kiln.Runs", "Kiln.Search"],
        ["Google.Protobuf"] = ["Kiln.Weights"],
        ["CsvHelper"] = ["Kiln.Training"],
        ["System.CommandLine"] = ["Kiln.Notebooks", "Kiln.Kernel"],
        ["NuGet.Versioning"] = ["Kiln.Kernel"],
        ["Microsoft.CodeAnalysis.CSharp"] = ["Kiln.Kernel", "Kiln.Torch.Generator"],
        ["Microsoft.DotNet.Interactive.Formatting"] = ["Kiln.Kernel"],
    };

    [Fact]
    public void Projects_reference_only_the_layers_below_them()
    {
        foreach (var (name, document) in SourceProjects())
        {
            Assert.True(Allowed.ContainsKey(name), $"{name} has no place in the layer table of src/README.md.");
            var references = Includes(document, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)!)
                .Where(reference => reference != "Kiln.Torch.Generator" || name != "Kiln.Torch");
            Assert.Empty(references.Except(Allowed[name]).Select(reference => $"{name} -> {reference}"));
        }
    }

    [Fact]
    public void A_package_is_used_only_by_the_project_that_owns_it()
    {
        foreach (var (name, document) in SourceProjects().Where(project => project.Name != Bundle))
            foreach (var package in Includes(document, "PackageReference"))
            {
                Assert.True(PackageOwners.TryGetValue(package, out var owners), $"{package} has no owner: add it with a reason.");
                Assert.Contains(name, owners);
            }
    }

    [Fact]
    public void The_package_that_holds_the_layers_depends_on_what_they_use()
    {
        string[] elsewhere = [Bundle, "Kiln.Kernel", "Kiln.Torch", "Kiln.Torch.Generator"];
        var used = SourceProjects().Where(project => !elsewhere.Contains(project.Name)).SelectMany(project => Includes(project.Document, "PackageReference"));
        var bundle = SourceProjects().Single(project => project.Name == Bundle).Document;
        Assert.Equal(used.Distinct().Order(), Includes(bundle, "PackageReference").Order());
    }

    [Fact]
    public void Every_package_version_is_pinned_in_one_place()
    {
        foreach (var (_, document) in SourceProjects())
            Assert.DoesNotContain(document.Descendants("PackageReference"), reference => reference.Attribute("Version") is not null);
    }

    private static IEnumerable<(string Name, XDocument Document)> SourceProjects() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => (Path.GetFileNameWithoutExtension(path), XDocument.Load(path)));

    private static IEnumerable<string> Includes(XDocument document, string element) =>
        document.Descendants(element).Select(e => e.Attribute("Include")!.Value);
}
