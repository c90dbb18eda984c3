using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Finds what code uses of earlier cells: a definition that does cannot be replayed from its source alone.</summary>
internal static class CaptureFinder
{
    /// <summary>Names in order of appearance; constants and what shared cells declare are left out.</summary>
    public static IReadOnlyList<string> Find(CSharpCompilation compilation, IReadOnlySet<IAssemblySymbol> shared)
    {
        var tree = compilation.SyntaxTrees[^1];
        var model = compilation.GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name is not IdentifierNameSyntax { IsVar: true })
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .Where(symbol => symbol is not null && IsCapture(symbol, compilation.Assembly, shared))
            .Select(symbol => symbol!.Name)
            .Distinct()];
    }

    private static bool IsCapture(ISymbol symbol, IAssemblySymbol own, IReadOnlySet<IAssemblySymbol> shared) =>
        symbol is { ContainingType.IsScriptClass: true, ContainingAssembly: { } cell }
        && symbol is not IFieldSymbol { IsConst: true }
        && !SymbolEqualityComparer.Default.Equals(cell, own)
        && !shared.Contains(cell);
}
