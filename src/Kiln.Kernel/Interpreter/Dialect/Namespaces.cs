using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Kernel;

/// <summary>Namespaces that cells and imported files declare: C#'s script dialect has none.</summary>
/// <remarks>
/// Their types become types of the session, which all later cells see; so a <c>using</c> of such a namespace, or its name before
/// a type, says nothing any more and is taken out. Two namespaces cannot keep two types of one name apart: the newest wins.
/// </remarks>
internal sealed class Namespaces
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    /// <summary>Takes the namespaces out and leaves what they hold; no line or column moves.</summary>
    /// <param name="code">The cell's C#.</param>
    public string Open(string code)
    {
        if (_declared.Count == 0 && !code.Contains("namespace", StringComparison.Ordinal)) return code;
        var root = CellSyntax.Parse(code).GetCompilationUnitRoot();
        var declarations = root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().ToList();
        foreach (var declaration in declarations) _declared.Add(FullName(declaration));
        var blanks = declarations.SelectMany(Frame).Concat(root.DescendantNodes().Select(Mention).OfType<TextSpan>()).ToList();
        return blanks.Count == 0 ? code : Blanked(code, blanks);
    }

    private static string FullName(BaseNamespaceDeclarationSyntax declaration) =>
        string.Join('.', declaration.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(outer => outer.Name.ToString()));

    private static IEnumerable<TextSpan> Frame(BaseNamespaceDeclarationSyntax declaration)
    {
        var start = declaration.NamespaceKeyword.SpanStart;
        if (declaration is FileScopedNamespaceDeclarationSyntax file) yield return TextSpan.FromBounds(start, file.SemicolonToken.Span.End);
        if (declaration is not NamespaceDeclarationSyntax block) yield break;
        yield return TextSpan.FromBounds(start, block.OpenBraceToken.Span.End);
        yield return block.CloseBraceToken.Span;
    }

    private TextSpan? Mention(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0, NamespaceOrType: var name } directive when Knows(name) => directive.Span,
        QualifiedNameSyntax name when Knows(name.Left) => TextSpan.FromBounds(name.SpanStart, name.DotToken.Span.End),
        MemberAccessExpressionSyntax access when Knows(access.Expression) => TextSpan.FromBounds(access.SpanStart, access.OperatorToken.Span.End),
        _ => null,
    };

    private bool Knows(SyntaxNode name) => name is NameSyntax or MemberAccessExpressionSyntax && _declared.Contains(name.ToString());

    private static string Blanked(string code, IEnumerable<TextSpan> spans)
    {
        var text = code.ToCharArray();
        foreach (var span in spans)
            for (var i = span.Start; i < span.End; i++)
                if (text[i] is not ('\n' or '\r')) text[i] = ' ';
        return new string(text);
    }
}
