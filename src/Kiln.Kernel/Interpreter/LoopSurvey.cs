using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>What the weaver asks about a loop before it is woven.</summary>
internal static class LoopSurvey
{
    /// <summary>Whether the loop runs to its end in one go, on one thread: nothing in it awaits or yields.</summary>
    public static bool StaysInItsThread(StatementSyntax loop) => !loop.DescendantNodesAndSelf(node => !IsFunction(node)).Any(Leaves);

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
