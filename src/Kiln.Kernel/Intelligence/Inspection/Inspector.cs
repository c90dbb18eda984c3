using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Finds what stands at a cursor in C#: a name, a keyword, or the call around it.</summary>
/// <param name="sketches">Gives meaning to the code.</param>
/// <param name="session">What the session knows of its variables.</param>
internal sealed class Inspector(Sketches sketches, SessionFacts session)
{
    /// <summary>What is known there; null where it is nothing.</summary>
    /// <param name="code">C#.</param>
    /// <param name="position">Index into it.</param>
    public Inspection? Inspect(string code, int position)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;
        position = Math.Clamp(position, 0, code.Length);
        var sketch = sketches.Of(code);
        if (IsComment(sketch.Root, position)) return null;
        var token = TokenAt(sketch.Root, position);
        return OfName(sketch, token) ?? OfCall(sketch, position) ?? OfKeyword(token);
    }

    // Behind a comment's last letter one is still in it, unless a line break follows.
    private static bool IsComment(SyntaxNode root, int position)
    {
        var trivia = root.FindTrivia(Math.Max(0, position - 1));
        return trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia
            && trivia.SpanStart < position;
    }

    private static SyntaxToken TokenAt(SyntaxNode root, int position)
    {
        var right = root.FindToken(Math.Min(position, Math.Max(0, root.FullSpan.End - 1)));
        if (IsWord(right) && right.Span.Start <= position && position <= right.Span.End) return right;
        var left = root.FindTokenOnLeftOfPosition(position);
        return left.Span.End == position || left.Span.Contains(position) ? left : default;
    }

    private static bool IsWord(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKeyword();

    private Inspection? OfName(Sketch sketch, SyntaxToken token)
    {
        if (token.IsKind(SyntaxKind.None) || token.Parent is null) return null;
        if (!token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is not PredefinedTypeSyntax) return null;
        var named = token.Parent is SimpleNameSyntax or PredefinedTypeSyntax ? Whole((TypeSyntax)token.Parent) : token.Parent;
        var symbols = Symbols(sketch.Model, named).Where(symbol => symbol is not IErrorTypeSymbol).ToList();
        return symbols.Count == 0 ? null : Of(sketch, symbols, Chosen(sketch, named, symbols));
    }

    // The name of a call stands for the method: only the whole tells which overload.
    private static SyntaxNode Whole(TypeSyntax name) => name.Parent switch
    {
        ObjectCreationExpressionSyntax creation when creation.Type == name => creation,
        QualifiedNameSyntax { Parent: ObjectCreationExpressionSyntax creation } qualified when qualified.Right == name => creation,
        AttributeSyntax attribute when attribute.Name == name => attribute,
        _ => name,
    };

    private static IReadOnlyList<ISymbol> Symbols(SemanticModel model, SyntaxNode node)
    {
        if (node is ObjectCreationExpressionSyntax or AttributeSyntax && Calls.Overloads(model, node).ToList() is { Count: > 0 } constructors) return constructors;
        if (node is ObjectCreationExpressionSyntax { Type: var type }) node = type;
        var group = model.GetMemberGroup(node);
        if (group.Length > 0) return group;
        var info = model.GetSymbolInfo(node);
        if (info.Symbol is { } symbol) return [symbol];
        if (info.CandidateSymbols.Length > 0) return info.CandidateSymbols;
        return model.GetDeclaredSymbol(node) is { } declared ? [declared] : [];
    }

    private static int Chosen(Sketch sketch, SyntaxNode node, IReadOnlyList<ISymbol> symbols)
    {
        if (symbols.Count == 1) return -1;
        var chosen = sketch.Model.GetSymbolInfo(node).Symbol;
        return chosen is null ? -1 : IndexOf(symbols, chosen);
    }

    private Inspection? OfCall(Sketch sketch, int position)
    {
        if (CallAt(sketch.Root, position) is not { } list) return null;
        var overloads = Calls.Overloads(sketch.Model, list.Parent).ToList();
        if (overloads.Count == 0) return null;
        var index = Calls.ArgumentAt(list, position);
        var chosen = Calls.Chosen(sketch.Model, list.Parent!) is { } fits ? IndexOf(overloads, fits) : -1;
        if (chosen < 0) chosen = Math.Max(0, overloads.FindIndex(method => Takes(method, list, index)));
        return Of(sketch, overloads, chosen) with { Parameter = Calls.Parameter(overloads[chosen], list, index)?.Name };
    }

    // The call whose parentheses the cursor stands in, or that ends before it.
    private static SyntaxNode? CallAt(SyntaxNode root, int position)
    {
        var left = root.FindTokenOnLeftOfPosition(position);
        for (var node = left.Parent; node is not null and not BlockSyntax; node = node.Parent)
            if (node is BaseArgumentListSyntax or AttributeArgumentListSyntax && node.GetFirstToken().Span.End <= position && position <= node.Span.End) return node;
        return null;
    }

    private static bool Takes(IMethodSymbol method, SyntaxNode list, int index) =>
        Calls.Parameter(method, list, index) is not null || (!list.ChildNodes().Any() && method.Parameters.Length == 0);

    private static int IndexOf(IReadOnlyList<ISymbol> symbols, ISymbol symbol)
    {
        for (var i = 0; i < symbols.Count; i++)
            if (SymbolEqualityComparer.Default.Equals(symbols[i].OriginalDefinition, symbol.OriginalDefinition) || Unreduced(symbols[i], symbol)) return i;
        return -1;
    }

    private static bool Unreduced(ISymbol a, ISymbol b) =>
        a is IMethodSymbol { ReducedFrom: { } first } && b is IMethodSymbol { ReducedFrom: { } second } && SymbolEqualityComparer.Default.Equals(first, second);

    private Inspection Of(Sketch sketch, IReadOnlyList<ISymbol> symbols, int chosen)
    {
        var meant = symbols[Math.Max(0, chosen)];
        var documented = Documentation.Of(meant, sketch.Compilation);
        if (!documented.HasElements) documented = symbols.Select(symbol => Documentation.Of(symbol, sketch.Compilation)).FirstOrDefault(found => found.HasElements) ?? documented;
        return new Inspection
        {
            Signatures = [.. symbols.Select(SignatureText.Of)],
            Chosen = symbols.Count > 1 ? chosen : -1,
            Documentation = documented,
            Remark = session.Remark(meant),
            Source = session.Source(meant),
        };
    }

    private static Inspection? OfKeyword(SyntaxToken token)
    {
        if (token.Parent is null || token.IsKind(SyntaxKind.IdentifierToken) || KeywordHelp.Of(token.Text) is not { } help) return null;
        return new Inspection { Signatures = [help.Example], Remark = $"{token.Text}: {help.Summary}." };
    }
}
