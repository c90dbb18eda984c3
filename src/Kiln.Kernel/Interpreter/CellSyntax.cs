using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Kernel;

/// <summary>Parses cells in C#'s script dialect.</summary>
internal static class CellSyntax
{
    public static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.Parse, SourceCodeKind.Script);

    public static SyntaxTree Parse(string code, string path = "") => SyntaxFactory.ParseSyntaxTree(SourceText.From(code, Encoding.UTF8), Options, path);

    /// <summary>Whether the cell ends in an expression without a semicolon: its value is the cell's result.</summary>
    public static ExpressionSyntax? ResultExpression(SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken: { IsMissing: true } or { RawKind: 0 } } statement,
        }
            ? statement.Expression
            : null;
}
