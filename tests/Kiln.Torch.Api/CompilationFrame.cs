using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Torch.Api;

/// <summary>The file around the call sites: the names that the list shortens, and the references.</summary>
internal sealed class CompilationFrame
{
    /// <summary>Names that the list writes without the types around them.</summary>
    private static readonly string[] Shortened =
        ["Tensor", "Device", "ScalarType", "TensorIndex", "nn", "Reduction", "compute_mode", "AnomalyMode", "HistogramBinSelector"];

    /// <summary>A module as users derive it, for the members that make one themselves.</summary>
    private const string MadeWithoutArguments = "public sealed class AnyModule : nn.Module { public AnyModule() : base(\"AnyModule\") { } }";

    private readonly CSharpCompilation _empty;
    private readonly string _head;

    public CompilationFrame(string assembly)
    {
        var references = Platform().Append(assembly).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        _empty = CSharpCompilation.Create("CallSites", references: references, options: options);
        _head = Head(_empty, (IAssemblySymbol)_empty.GetAssemblyOrModuleSymbol(references[^1])!);
    }

    public (CSharpCompilation Compilation, SyntaxTree Tree) Compile(IEnumerable<string> sites)
    {
        var text = new StringBuilder(_head).AppendLine("public static class Sites {");
        foreach (var site in sites) text.AppendLine(site);
        text.AppendLine("}").AppendLine(MadeWithoutArguments);
        var tree = CSharpSyntaxTree.ParseText(text.ToString());
        return (_empty.AddSyntaxTrees(tree), tree);
    }

    /// <summary>What the sites declare, in their order.</summary>
    public IReadOnlyList<MemberDeclarationSyntax> Declarations(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First().Members;

    internal static IEnumerable<string> Platform() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll");

    /// <summary>An assembly as the compiler sees it.</summary>
    internal static IAssemblySymbol Load(string path)
    {
        var reference = MetadataReference.CreateFromFile(path);
        var references = Platform().Select(platform => (MetadataReference)MetadataReference.CreateFromFile(platform)).Append(reference);
        return (IAssemblySymbol)CSharpCompilation.Create("Look", references: references).GetAssemblyOrModuleSymbol(reference)!;
    }

    private static string Head(Compilation compilation, IAssemblySymbol assembly)
    {
        string[] namespaces = ["System", "System.Collections.Generic", "System.Globalization", "System.IO", "System.Numerics", "TorchSharp.Modules", "TorchSharp.Utils", "TorchSharp.Utils.tensorboard.Enums"];
        var known = namespaces.Where(name => !name.StartsWith("TorchSharp", StringComparison.Ordinal) || Exists(assembly.GlobalNamespace, name));
        var head = new StringBuilder("namespace TorchSharp.CallSites;\n");
        foreach (var name in known) head.AppendLine($"using {name};");
        head.AppendLine("using Collections = System.Collections;");
        foreach (var type in Types(assembly.GlobalNamespace).Where(type => Shortened.Contains(type.Name) && type.DeclaredAccessibility == Accessibility.Public))
            if (type.ContainingType is not null)
                head.AppendLine($"using {type.Name} = {type.ToDisplayString()};");
        return head.ToString();
    }

    private static bool Exists(INamespaceSymbol root, string name) =>
        name.Split('.').Aggregate((INamespaceSymbol?)root, (space, part) => space?.GetNamespaceMembers().FirstOrDefault(child => child.Name == part)) is not null;

    internal static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol root) =>
        root.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(child => Types(child).Concat(child is INamedTypeSymbol type ? [type] : []));
}
