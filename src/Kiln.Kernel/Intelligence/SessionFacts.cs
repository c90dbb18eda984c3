using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>What the session adds to what the compiler knows: values of variables, and the code that declared things.</summary>
/// <param name="variables">The live variables.</param>
/// <param name="sourceOf">The code of a cell by its name, or null.</param>
internal sealed class SessionFacts(SessionVariables variables, Func<string, string?> sourceOf)
{
    /// <summary>"= 3, declared in Cell [2]", as far as that is known.</summary>
    public string? Remark(ISymbol symbol)
    {
        var parts = new[] { Value(symbol), Cell(symbol) is { } cell ? $"declared in {cell}" : null }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    /// <summary>The code that declares the symbol in its cell.</summary>
    public string? Source(ISymbol symbol)
    {
        if (Cell(symbol) is not { } cell || sourceOf(cell) is not { } code) return null;
        // What was compiled has checkpoints in it: the text is taken from the cell as typed.
        var declaration = CellSyntax.Parse(code).GetRoot().DescendantNodes().FirstOrDefault(node => DeclaredName(node) == symbol.Name);
        var whole = declaration is VariableDeclaratorSyntax ? declaration.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or BaseFieldDeclarationSyntax) : declaration;
        return whole?.ToString().ReplaceLineEndings("\n");
    }

    private static string? DeclaredName(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    private string? Value(ISymbol symbol)
    {
        if (symbol is not IFieldSymbol { ContainingType.IsScriptClass: true } || !variables.TryGet(symbol.Name, out var value)) return null;
        return ValuePreview.Of(value) is { } text ? $"= {text}" : null;
    }

    private static string? Cell(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource)?.SourceTree?.FilePath is { Length: > 0 } path ? path : null;
}
