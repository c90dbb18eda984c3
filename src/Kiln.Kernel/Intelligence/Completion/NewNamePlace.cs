using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>
/// Finds what is meant where the parser sees a name that is being invented: mostly nothing, but half-typed keywords look
/// like names, too: in <c>number i|</c> the parser sees a variable of type <c>number</c>.
/// </summary>
internal static class NewNamePlace
{
    private static readonly HashSet<string> Modifiers = ["async", "partial", "required", "file", "scoped", "unsafe", "static", "readonly"];

    public static PlaceKind Find(SyntaxToken token, SyntaxToken before) => token.Parent switch
    {
        AccessorDeclarationSyntax => PlaceKind.Accessor,
        SingleVariableDesignationSyntax { Parent: PatternSyntax } => PlaceKind.AfterPattern,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator when declaration.Variables[0] == declarator => OfDeclaration(declaration),
        MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.OverrideKeyword) => PlaceKind.Override,
        PropertyDeclarationSyntax property when property.Modifiers.Any(SyntaxKind.OverrideKeyword) => PlaceKind.Override,
        FromClauseSyntax or JoinClauseSyntax => PlaceKind.Nothing,
        _ => before.Parent is ForEachStatementSyntax { InKeyword.IsMissing: true } ? PlaceKind.In : PlaceKind.Nothing,
    };

    private static PlaceKind OfDeclaration(VariableDeclarationSyntax declaration)
    {
        if (declaration.Parent is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.OverrideKeyword)) return PlaceKind.Override;
        if (declaration.Type is IdentifierNameSyntax { Identifier.ValueText: var word })
        {
            if (Modifiers.Contains(word)) return PlaceKind.Declaration;
            if (word == "await") return PlaceKind.Expression;
            if (word == "yield") return PlaceKind.Yield;
        }
        return declaration.Type is NameSyntax { IsVar: false } ? PlaceKind.AfterExpression : PlaceKind.Nothing;
    }
}
