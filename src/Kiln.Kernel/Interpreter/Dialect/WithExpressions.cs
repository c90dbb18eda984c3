using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Kernel;

/// <summary><c>value with { … }</c> at the start of a statement, which the script dialect reads as a property named "with".</summary>
internal static class WithExpressions
{
    /// <summary>Puts parentheses around them.</summary>
    /// <param name="code">The cell's C#.</param>
    public static string Parenthesize(string code)
    {
        if (!code.Contains(" with", StringComparison.Ordinal)) return code;
        var misread = CellSyntax.Parse(code).GetCompilationUnitRoot().Members.OfType<PropertyDeclarationSyntax>()
            .Where(property => property.Identifier.Text == "with")
            .SelectMany(property => new[] { new TextChange(new TextSpan(property.SpanStart, 0), "("), new TextChange(new TextSpan(property.Span.End, 0), ")") })
            .ToList();
        return misread.Count == 0 ? code : SourceText.From(code).WithChanges(misread).ToString();
    }
}
