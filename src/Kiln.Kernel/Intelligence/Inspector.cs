using Kiln.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Signature and documentation of what stands at the cursor, or of the call that the cursor stands in.</summary>
internal sealed class Inspector(Sketches sketches)
{
    private const int MostOverloads = 20;

    /// <summary>Looks up the symbol at the cursor; null where there is none.</summary>
    /// <param name="code">C#.</param>
    /// <param name="position">Index into it.</param>
    public MimeBundle? Inspect(string code, int position) =>
        code.Length == 0 ? null : sketches.With(code, sketch => Show(SymbolsAt(sketch, Math.Clamp(position, 0, code.Length))));

    private static MimeBundle? Show(IReadOnlyList<ISymbol> symbols)
    {
        if (symbols.Count == 0) return null;
        var signatures = string.Join('\n', symbols.Take(MostOverloads).Select(symbol => symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        var documentation = symbols.Select(DocumentationText.Of).FirstOrDefault(text => text.Length > 0) ?? "";
        return MimeBundle.OfText($"{signatures}\n\n{documentation}".Trim())
            .With("text/markdown", $"```csharp\n{signatures}\n```\n\n{documentation.Replace("\n", "  \n", StringComparison.Ordinal)}".Trim());
    }

    private static IReadOnlyList<ISymbol> SymbolsAt(Sketch sketch, int position)
    {
        var root = sketch.Tree.GetRoot();
        var token = root.FindToken(Math.Min(position, Math.Max(0, root.FullSpan.End - 1)));
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.SpanStart > position) token = root.FindTokenOnLeftOfPosition(position);
        for (var node = token.Parent; node is not null and not CompilationUnitSyntax and not BlockSyntax; node = node.Parent)
        {
            var found = Symbols(sketch.Model, Target(node));
            if (found.Count > 0) return found;
        }
        return [];
    }

    // Inside the parentheses of a call, the call is meant.
    private static SyntaxNode Target(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call.Expression,
        ArgumentListSyntax { Parent: InvocationExpressionSyntax call } => call.Expression,
        ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax creation } => creation,
        _ => node,
    };

    private static List<ISymbol> Symbols(SemanticModel model, SyntaxNode node)
    {
        var group = model.GetMemberGroup(node);
        var info = model.GetSymbolInfo(node);
        if (info.Symbol is { } symbol) return [symbol, .. group.Where(other => !SymbolEqualityComparer.Default.Equals(other, symbol))];
        if (group.Length > 0) return [.. group];
        if (info.CandidateSymbols.Length > 0) return [.. info.CandidateSymbols];
        return model.GetDeclaredSymbol(node) is { } declared ? [declared] : [];
    }
}
