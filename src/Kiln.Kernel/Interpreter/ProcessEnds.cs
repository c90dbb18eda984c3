using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Calls that would end the process, and what the <see cref="CheckpointWeaver"/> puts in their place.</summary>
internal static class ProcessEnds
{
    /// <summary>Whether a call's name is one of them; what it means is a question of its own.</summary>
    public static bool MayBe(InvocationExpressionSyntax call) => Name(call.Expression) is nameof(Environment.Exit) or nameof(Environment.FailFast) or nameof(Process.Kill);

    /// <summary>The method of <see cref="CellEnd"/> to call.</summary>
    public static ExpressionSyntax Call(string method) => SyntaxFactory.ParseExpression($"global::Kiln.Kernel.CellEnd.{method}");

    private static string? Name(ExpressionSyntax called) => called switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
