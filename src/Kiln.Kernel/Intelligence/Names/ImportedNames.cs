using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>What the using directives of one cell bring in.</summary>
internal sealed record ImportedNames
{
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Types whose static members can be said without their name.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types { get; init; } = [];

    public IReadOnlyList<(string Name, INamespaceOrTypeSymbol Target)> Aliases { get; init; } = [];

    /// <summary>The directives of a cell's own code.</summary>
    public static ImportedNames Of(CSharpCompilation cell)
    {
        var all = cell.SyntaxTrees.SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot()).Usings)
            .Select(directive => (directive, target: Target(cell, directive))).ToList();
        return new ImportedNames
        {
            Namespaces = [.. all.Where(pair => pair.directive.Alias is null).Select(pair => pair.target).OfType<INamespaceSymbol>().Select(space => space.ToDisplayString())],
            Types = [.. all.Where(pair => pair.directive.StaticKeyword != default).Select(pair => pair.target).OfType<INamedTypeSymbol>()],
            Aliases = [.. all.Where(pair => pair is { directive.Alias: not null, target: not null }).Select(pair => (pair.directive.Alias!.Name.Identifier.ValueText, pair.target!))],
        };
    }

    private static INamespaceOrTypeSymbol? Target(CSharpCompilation cell, UsingDirectiveSyntax directive) =>
        cell.GetSemanticModel(directive.SyntaxTree).GetSymbolInfo(directive.NamespaceOrType).Symbol as INamespaceOrTypeSymbol;

    /// <summary>What every cell of a session sees.</summary>
    public static ImportedNames OfSession(CSharpCompilation cell)
    {
        var names = cell.Options.Usings;
        var types = names.Select(cell.GetTypeByMetadataName).OfType<INamedTypeSymbol>().ToList();
        return new ImportedNames { Namespaces = [.. names.Except(types.Select(type => type.ToDisplayString()))], Types = types };
    }
}
