using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>What the weaver asks about code before it is woven; functions inside the code are no part of it.</summary>
internal static class LoopSurvey
{
    /// <summary>Whether the code runs to its end in one go, on one thread: nothing in it awaits or yields.</summary>
    public static bool StaysInItsThread(StatementSyntax code) => !Own(code).Any(Leaves);

    /// <summary>Whether the code has loops.</summary>
    public static bool HasLoops(StatementSyntax code) =>
        Own(code).Any(node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax);

    private static IEnumerable<SyntaxNode> Own(StatementSyntax code) => code.DescendantNodesAndSelf(static node => !IsFunction(node));

    private static bool Leaves(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax or YieldStatementSyntax => true,
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } => true,
        UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } => true,
        LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } => true,
        _ => false,
    };

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
