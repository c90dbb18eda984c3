using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Finds what the grammar allows where the placeholder stands.</summary>
internal static class PlaceFinder
{
    public static CompletionPlace Find(SyntaxNode root, int start)
    {
        var token = root.FindToken(start, findInsideTrivia: true);
        if (token.ValueText != TypedWord.Placeholder || !token.IsKind(SyntaxKind.IdentifierToken)) return new CompletionPlace(PlaceKind.Nothing, token, default);
        var before = root.FindTokenOnLeftOfPosition(token.SpanStart);
        return new CompletionPlace(KindOf(token, before), token, before);
    }

    private static PlaceKind KindOf(SyntaxToken token, SyntaxToken before)
    {
        if (token.Parent!.FirstAncestorOrSelf<StructuredTriviaSyntax>() is { } trivia)
            return trivia is SkippedTokensTriviaSyntax ? Skipped(before) : PlaceKind.Nothing;
        if (token.Parent.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive)
            return directive.Alias?.Name == token.Parent ? PlaceKind.Nothing : PlaceKind.Using;
        return token.Parent is SimpleNameSyntax name ? OfName(name, before) : NewNamePlace.Find(token, before);
    }

    // The parser gave up on what stands here; what stands before still says something.
    private static PlaceKind Skipped(SyntaxToken before) =>
        before.IsKind(SyntaxKind.DotToken) ? PlaceKind.Nothing
        : before.Parent?.FirstAncestorOrSelf<QueryExpressionSyntax>() is not null ? PlaceKind.AfterClause
        : PlaceKind.Expression;

    private static PlaceKind OfName(SimpleNameSyntax name, SyntaxToken before) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => PlaceKind.Member,
        MemberBindingExpressionSyntax => PlaceKind.Member,
        AliasQualifiedNameSyntax alias when alias.Name == name => PlaceKind.Member,
        QualifiedNameSyntax qualified when qualified.Right == name => PlaceKind.Member,
        AttributeSyntax attribute when attribute.Name == name => PlaceKind.Attribute,
        ObjectCreationExpressionSyntax creation when creation.Type == name => PlaceKind.New,
        TypeConstraintSyntax => PlaceKind.Constraint,
        GotoStatementSyntax => PlaceKind.Label,
        NameColonSyntax { Parent: SubpatternSyntax } => PlaceKind.Initializer,
        NameColonSyntax { Parent: ArgumentSyntax } => PlaceKind.Expression,
        InitializerExpressionSyntax initializer => OfInitializer(initializer),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment when assignment.Left == name => OfInitializer(initializer),
        IncompleteMemberSyntax member => OfMember(member.Modifiers, member.Parent),
        VariableDeclarationSyntax { Parent: BaseFieldDeclarationSyntax field } => OfMember(field.Modifiers, field.Parent),
        VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax local } => local.UsingKeyword == default ? OfMember(local.Modifiers, local.Parent) : PlaceKind.Type,
        BaseMethodDeclarationSyntax method => OfMember(method.Modifiers, method.Parent),
        BasePropertyDeclarationSyntax property => OfMember(property.Modifiers, property.Parent),
        LocalFunctionStatementSyntax function => OfMember(function.Modifiers, function.Parent),
        ExpressionStatementSyntax statement => OfStatement(statement, before),
        _ => OfExpression(name, before),
    };

    private static PlaceKind OfInitializer(InitializerExpressionSyntax initializer) => initializer.Kind() switch
    {
        SyntaxKind.ObjectInitializerExpression or SyntaxKind.WithInitializerExpression => PlaceKind.Initializer,
        // A first name alone looks like an element of a collection.
        SyntaxKind.CollectionInitializerExpression => PlaceKind.Initializer,
        _ => PlaceKind.Expression,
    };

    private static PlaceKind OfMember(SyntaxTokenList modifiers, SyntaxNode? parent)
    {
        if (modifiers.Any(SyntaxKind.OverrideKeyword)) return PlaceKind.Override;
        if (modifiers.Count == 0 && parent is CompilationUnitSyntax or BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax) return PlaceKind.Statement;
        return PlaceKind.Declaration;
    }

    private static PlaceKind OfStatement(ExpressionStatementSyntax statement, SyntaxToken before)
    {
        var earlier = before.Parent?.AncestorsAndSelf().FirstOrDefault(node =>
            node is ExpressionStatementSyntax { SemicolonToken: { IsMissing: true } or { RawKind: 0 } } or LocalDeclarationStatementSyntax { SemicolonToken.IsMissing: true }
                or FieldDeclarationSyntax { SemicolonToken.IsMissing: true } or ReturnStatementSyntax { SemicolonToken.IsMissing: true });
        // "number i|" on one line goes on; on the next line a semicolon was forgotten.
        var goesOn = earlier is not null && earlier.Span.End >= before.Span.End && earlier.Span.End <= statement.SpanStart
            && !statement.SyntaxTree.GetText().ToString(new(before.Span.End, statement.SpanStart - before.Span.End)).Contains('\n');
        if (!goesOn) return PlaceKind.Statement;
        return before.Parent!.FirstAncestorOrSelf<QueryExpressionSyntax>() is not null ? PlaceKind.AfterClause : PlaceKind.AfterExpression;
    }

    private static PlaceKind OfExpression(SimpleNameSyntax name, SyntaxToken before)
    {
        if (before.Parent is ForEachStatementSyntax { InKeyword.IsMissing: true }) return PlaceKind.In;
        if (IsPattern(name)) return IsPropertyName(name) ? PlaceKind.Initializer : PlaceKind.Pattern;
        return SyntaxFacts.IsInTypeOnlyContext(name) ? PlaceKind.Type : PlaceKind.Expression;
    }

    // A first name alone in the braces of a pattern looks like a constant.
    private static bool IsPropertyName(SimpleNameSyntax name) =>
        name.Parent is ConstantPatternSyntax { Parent: SubpatternSyntax { ExpressionColon: null, Parent: PropertyPatternClauseSyntax } };

    private static bool IsPattern(SimpleNameSyntax name) => name.Parent switch
    {
        PatternSyntax => true,
        CaseSwitchLabelSyntax label => label.Value == name,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test => test.Right == name,
        _ => false,
    };
}
