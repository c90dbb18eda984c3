using System.Xml.Linq;
using Kiln.Torch.Api;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Architecture.Tests;

/// <summary>Compiles every project above Kiln.Torch as <c>-p:TorchBackend=TorchSharp</c> would, in memory.</summary>
internal sealed class SwitchedSources
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, preprocessorSymbols: ["TORCHSHARP"]);

    private readonly Dictionary<string, CSharpCompilation> _done = [];
    private readonly List<MetadataReference> _others;
    private readonly CSharpCompilation _torchSharp = ReferenceAssembly.Compile();

    public SwitchedSources()
    {
        var all = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        _others = [.. all.Where(path => !IsAboveTorch(Path.GetFileNameWithoutExtension(path))).Select(path => MetadataReference.CreateFromFile(path))];
    }

    /// <summary>The errors of a project.</summary>
    public IReadOnlyList<string> Errors(string project) => Errors(Compile(project));

    /// <summary>The errors of a text that uses TorchSharp.</summary>
    public IReadOnlyList<string> ErrorsOf(string source) =>
        Errors(CSharpCompilation.Create("Probe", [CSharpSyntaxTree.ParseText(source, Language)], _others.Append(_torchSharp.ToMetadataReference()), Options(OutputKind.DynamicallyLinkedLibrary)));

    private static IReadOnlyList<string> Errors(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString())];

    private CSharpCompilation Compile(string project)
    {
        if (_done.TryGetValue(project, out var done)) return done;
        var folder = Path.Combine(Repository.Root, "src", project);
        var file = XDocument.Load(Path.Combine(folder, project + ".csproj"));
        var below = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        var references = below.Where(name => name != "Kiln.Torch" && IsAboveTorch(name)).SelectMany(name => Transitive(Compile(name)));
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Language, path))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, Language));
        var kind = file.Descendants("OutputType").Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create(project, trees, _others.Append(_torchSharp.ToMetadataReference()).Concat(references), Options(kind));
        return _done[project] = WithGeneratedSources(compilation);
    }

    private static CSharpCompilationOptions Options(OutputKind kind) =>
        new(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    private static IEnumerable<MetadataReference> Transitive(CSharpCompilation compilation) =>
        compilation.References.OfType<CompilationReference>().Append(compilation.ToMetadataReference());

    /// <summary>What the platform's source generators add: regular expressions, JSON, library imports.</summary>
    private static CSharpCompilation WithGeneratedSources(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create(PlatformGenerators.All, parseOptions: Language);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return (CSharpCompilation)whole;
    }

    private static bool IsAboveTorch(string name) =>
        name is "Kiln.Torch" or "Kiln.Torch.Api" or "Kiln.Weights" or "Kiln.Training" or "Kiln.Lab" or "Kiln.Notebooks" or "kiln" or "Architecture.Tests";
}
