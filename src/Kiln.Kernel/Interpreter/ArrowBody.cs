using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Bodies behind an arrow as the block that means the same, so that a checkpoint finds room; no line moves.</summary>
internal static class ArrowBody
{
    private static readonly SyntaxToken Return = SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space);
    private static readonly SyntaxToken Semicolon = SyntaxFactory.Token(SyntaxKind.SemicolonToken);

    /// <summary>The block for a member's arrow and semicolon.</summary>
    public static BlockSyntax ToBlock(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, ArrowResult result, StatementSyntax check) =>
        ToBlock(arrow.Expression, result, check)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTriviaFrom(arrow.ArrowToken))
            .WithCloseBraceToken(SyntaxFactory.Token(arrow.Expression.GetTrailingTrivia().AddRange(semicolon.LeadingTrivia), SyntaxKind.CloseBraceToken, semicolon.TrailingTrivia));

    /// <summary>The block for a lambda's expression.</summary>
    public static BlockSyntax ToBlock(ExpressionSyntax expression, ArrowResult result, StatementSyntax check)
    {
        var bare = expression.WithoutTrailingTrivia();
        StatementSyntax end = bare switch
        {
            ThrowExpressionSyntax thrown => SyntaxFactory.ThrowStatement(thrown.ThrowKeyword, thrown.Expression, Semicolon),
            _ when result == ArrowResult.Dropped => SyntaxFactory.ExpressionStatement(bare, Semicolon),
            _ => SyntaxFactory.ReturnStatement(Return, bare, Semicolon),
        };
        return SyntaxFactory.Block(check, end)
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(expression.GetTrailingTrivia()));
    }

    /// <summary>What a function of a declared return type does with its expression.</summary>
    public static ArrowResult ResultOf(TypeSyntax returnType, SyntaxTokenList modifiers)
    {
        var isVoid = returnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        // An async function without a type argument gives its task and no value.
        var isTask = modifiers.Any(SyntaxKind.AsyncKeyword) && !IsGeneric(returnType);
        return isVoid || isTask ? ArrowResult.Dropped : ArrowResult.Returned;
    }

    private static bool IsGeneric(TypeSyntax type) => type switch
    {
        GenericNameSyntax => true,
        QualifiedNameSyntax qualified => IsGeneric(qualified.Right),
        AliasQualifiedNameSyntax alias => IsGeneric(alias.Name),
        NullableTypeSyntax nullable => IsGeneric(nullable.ElementType),
        _ => false,
    };
}
