using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Names that a cell's code declares inside its functions and blocks.</summary>
internal static class DeclaredNames
{
    public static IEnumerable<SyntaxToken> In(SyntaxNode root) => root.DescendantNodes().Select(Name).Where(name => name.IsKind(SyntaxKind.IdentifierToken));

    private static SyntaxToken Name(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        TypeParameterSyntax type => type.Identifier,
        FromClauseSyntax clause => clause.Identifier,
        LetClauseSyntax clause => clause.Identifier,
        JoinClauseSyntax clause => clause.Identifier,
        JoinIntoClauseSyntax clause => clause.Identifier,
        QueryContinuationSyntax continuation => continuation.Identifier,
        _ => default,
    };
}
