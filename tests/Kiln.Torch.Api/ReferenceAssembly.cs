using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Torch.Api;

/// <summary>An assembly named TorchSharp with the public face of the package, made from the lists beside this program.</summary>
public static class ReferenceAssembly
{
    /// <summary>Compiles it.</summary>
    /// <returns>The compilation; it has no errors unless the lists contradict each other.</returns>
    public static CSharpCompilation Compile()
    {
        var lines = new[] { "torchsharp-api.txt", "torchsharp-more.txt" }
            .SelectMany(file => File.ReadAllLines(System.IO.Path.Combine(AppContext.BaseDirectory, file)));
        var tree = CSharpSyntaxTree.ParseText(ReferenceSource.Of(ApiList.Parse(lines)));
        var references = CompilationFrame.Platform().Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("TorchSharp", [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }
}
