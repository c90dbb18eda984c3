using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>How far the line after unfinished code is indented.</summary>
internal static class OpenBrackets
{
    private const int Step = 4;

    /// <summary>Four blanks for each line that leaves a bracket open, and for a header whose body is missing.</summary>
    public static string Indent(SyntaxNode root)
    {
        var open = new Stack<int>();
        foreach (var token in root.DescendantTokens().Where(token => !token.IsMissing))
            if (token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken) open.Push(Line(token));
            else if (token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken) open.TryPop(out _);
        return InText(root) ? "" : new string(' ', Step * (open.Distinct().Count() + (LacksBody(root) ? 1 : 0)));
    }

    private static int Line(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line;

    private static bool InText(SyntaxNode root)
    {
        var last = root.GetLastToken();
        return last.Kind() is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken && last.ContainsDiagnostics
            || root.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && trivia.ContainsDiagnostics);
    }

    // "if (x)" and its like: what follows belongs to it.
    private static bool LacksBody(SyntaxNode root) => root.DescendantNodes().OfType<StatementSyntax>().LastOrDefault() is { } last
        && last.Parent is IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax
        && last.GetFirstToken(includeZeroWidth: true).IsMissing;
}
