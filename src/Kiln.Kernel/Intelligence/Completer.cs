using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Recommendations;

namespace Kiln.Kernel;

/// <summary>Proposes names of the session, members, keywords, named arguments and properties of initialisers.</summary>
internal sealed class Completer(Sketches sketches)
{
    private const int Most = 300;

    /// <summary>What could stand at the cursor, the likeliest first.</summary>
    /// <param name="code">C#.</param>
    /// <param name="position">Index into it.</param>
    public Completions Complete(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1])) start--;
        var prefix = code[start..position];
        return sketches.With(code, sketch => IsText(sketch.Tree, position)
            ? new Completions(position, position, [])
            : new Completions(start, position, Items(sketch, start, position, prefix)));
    }

    private static List<CompletionItem> Items(Sketch sketch, int start, int position, string prefix)
    {
        var candidates = CompletionContext.Members(sketch, start)
            .Concat(Symbols(sketch, position, prefix))
            .Concat(Keywords(sketch, start));
        return [.. candidates
            .Where(candidate => candidate.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(candidate => candidate.Text.StartsWith(prefix, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(candidate => candidate.Rank)
            .ThenBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase)
            .DistinctBy(candidate => candidate.Text)
            .Take(Most)
            .Select(candidate => new CompletionItem(candidate.Text, candidate.Kind, candidate.Description()))];
    }

    private static IEnumerable<Candidate> Symbols(Sketch sketch, int position, string prefix)
    {
        // The overload for documents would bind to the document's own project, which knows nothing of the session.
#pragma warning disable CS0618
        var symbols = Recommender.GetRecommendedSymbolsAtPosition(sketch.Model, position, sketch.Workspace);
#pragma warning restore CS0618
        return symbols
            .Where(symbol => symbol.CanBeReferencedByName && symbol.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && IsMeantForUsers(symbol))
            .GroupBy(symbol => symbol.Name)
            .Select(same => Candidate.Of([.. same], sketch.Model, position));
    }

    private static IEnumerable<Candidate> Keywords(Sketch sketch, int start)
    {
        var before = sketch.Tree.GetRoot().FindTokenOnLeftOfPosition(start);
        if (before.IsKind(SyntaxKind.DotToken) || before.Parent is UsingDirectiveSyntax) return [];
        return SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText)
            .Where(text => text.Length > 0 && char.IsAsciiLetterLower(text[0]))
            .Select(text => new Candidate(text, "keyword", Rank.Keyword, () => "keyword"));
    }

    private static bool IsMeantForUsers(ISymbol symbol) => !symbol.GetAttributes().Any(attribute =>
        attribute is { AttributeClass.Name: "EditorBrowsableAttribute", ConstructorArguments: [{ Value: 1 }] });

    private static bool IsText(SyntaxTree tree, int position)
    {
        var trivia = tree.GetRoot().FindTrivia(position - 1);
        var inComment = trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && position > trivia.SpanStart;
        var token = tree.GetRoot().FindTokenOnLeftOfPosition(position);
        var isLiteral = token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.NumericLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken;
        // Behind the closing quote is code again.
        var closed = token.Span.End == position && token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken && !token.ContainsDiagnostics;
        return inComment || (isLiteral && !closed && token.SpanStart < position && position <= token.Span.End);
    }
}
