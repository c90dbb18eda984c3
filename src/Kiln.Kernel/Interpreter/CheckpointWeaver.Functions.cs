using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <content>Functions of all kinds look out for a full stack, too. Those behind an arrow get braces, to have room for it.</content>
internal sealed partial class CheckpointWeaver
{
    private static readonly StatementSyntax Enter = SyntaxFactory.ParseStatement("global::Kiln.Kernel.Checkpoint.Enter(); ");

    private static readonly StatementSyntax EnterAsync = SyntaxFactory.ParseStatement("global::Kiln.Kernel.Checkpoint.EnterAsync(); ");

    private static readonly ExpressionSyntax Entered = SyntaxFactory.ParseExpression("global::Kiln.Kernel.Checkpoint.Entered ");

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        Method(node, base.VisitMethodDeclaration, ArrowBody.ResultOf(node.ReturnType, node.Modifiers));

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) =>
        Method(node, base.VisitConstructorDeclaration, ArrowResult.Dropped);

    public override SyntaxNode? VisitDestructorDeclaration(DestructorDeclarationSyntax node) =>
        Method(node, base.VisitDestructorDeclaration, ArrowResult.Dropped);

    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node) =>
        Method(node, base.VisitOperatorDeclaration, ArrowBody.ResultOf(node.ReturnType, node.Modifiers));

    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) =>
        Method(node, base.VisitConversionOperatorDeclaration, ArrowResult.Returned);

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var (function, entry) = Inside(node, node.Body, EntryOf(node.Modifiers), base.VisitLocalFunctionStatement);
        if (function.ExpressionBody is not { } arrow) return function.Body is { } body ? function.WithBody(Into(body, entry)) : function;
        var block = ArrowBody.ToBlock(arrow, function.SemicolonToken, ArrowBody.ResultOf(node.ReturnType, node.Modifiers), entry[0]);
        return function.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block);
    }

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        var (accessor, entry) = Inside(node, node.Body, Enter, base.VisitAccessorDeclaration);
        if (accessor.ExpressionBody is not { } arrow) return accessor.Body is { } body ? accessor.WithBody(Into(body, entry)) : accessor;
        var result = node.IsKind(SyntaxKind.GetAccessorDeclaration) ? ArrowResult.Returned : ArrowResult.Dropped;
        return accessor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(ArrowBody.ToBlock(arrow, accessor.SemicolonToken, result, Enter));
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var property = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        if (property.Initializer is { } initial && !node.Modifiers.Any(SyntaxKind.StaticKeyword)) property = property.WithInitializer(Guarded(initial));
        return property.ExpressionBody is { } arrow
            ? property.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(arrow, property.SemicolonToken))
            : property;
    }

    public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        var indexer = (IndexerDeclarationSyntax)base.VisitIndexerDeclaration(node)!;
        return indexer.ExpressionBody is { } arrow
            ? indexer.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(arrow, indexer.SemicolonToken))
            : indexer;
    }

    /// <summary>A class whose field is a new one of itself calls its constructor for ever without having written one.</summary>
    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        var field = (FieldDeclarationSyntax)base.VisitFieldDeclaration(node)!;
        if (node.Parent is not TypeDeclarationSyntax || node.Modifiers.Any(SyntaxKind.StaticKeyword) || node.Modifiers.Any(SyntaxKind.ConstKeyword)) return field;
        var guarded = field.Declaration.Variables.Select(variable => variable.Initializer is { } initial ? variable.WithInitializer(Guarded(initial)) : variable);
        return field.WithDeclaration(field.Declaration.WithVariables(SyntaxFactory.SeparatedList(guarded, field.Declaration.Variables.GetSeparators())));
    }

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        var (method, entry) = Inside(node, node.Block, EntryOf(node.Modifiers), base.VisitAnonymousMethodExpression);
        return method.WithBlock(Into(method.Block, entry));
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Lambda(node, base.VisitSimpleLambdaExpression);

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        Lambda(node, base.VisitParenthesizedLambdaExpression);

    private LambdaExpressionSyntax Lambda<T>(T node, Func<T, SyntaxNode?> visitParts)
        where T : LambdaExpressionSyntax
    {
        // An expression tree is data for somebody else: neither it nor what is in it may change.
        if (node.Block is null && _meaning.ResultOf(node) is null) return node;
        var check = node.ExpressionBody is { } bare && !Calls(bare) ? Check : EntryOf(node.Modifiers);
        var (lambda, entry) = Inside(node, node.Block, check, visitParts);
        if (lambda.Block is { } block) return lambda.WithBody(Into(block, entry));
        return lambda.WithBody(ArrowBody.ToBlock(lambda.ExpressionBody!, _meaning.ResultOf(node)!.Value, check));
    }

    private BaseMethodDeclarationSyntax Method<T>(T node, Func<T, SyntaxNode?> visitParts, ArrowResult result)
        where T : BaseMethodDeclarationSyntax
    {
        var (method, entry) = Inside(node, node.Body, EntryOf(node.Modifiers), visitParts);
        if (method.ExpressionBody is not { } arrow) return method.Body is { } body ? method.WithBody(Into(body, entry)) : method;
        return method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(ArrowBody.ToBlock(arrow, method.SemicolonToken, result, entry[0]));
    }

    // The sign is taken before any variable of the function lives: a call between the birth of a variable and the loop that
    // changes it keeps the variable in memory. An outer function's sign is not used: another cell may be the caller.
    private (T Function, SyntaxList<StatementSyntax> Entry) Inside<T>(T node, BlockSyntax? body, StatementSyntax enter, Func<T, SyntaxNode?> visitParts)
        where T : SyntaxNode
    {
        var outer = _hasSign;
        _hasSign = body is not null && LoopSurvey.HasLoops(body) && LoopSurvey.StaysInItsThread(body);
        SyntaxList<StatementSyntax> entry = _hasSign ? [enter, TakeSign, LookAtSign] : [enter];
        var function = (T)visitParts(node)!;
        _hasSign = outer;
        return (function, entry);
    }

    // A loop of calls that leads through a lambda without any has another function in it.
    private static bool Calls(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().Any(static node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax);

    private static StatementSyntax EntryOf(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.AsyncKeyword) ? EnterAsync : Enter;

    private static EqualsValueClauseSyntax Guarded(EqualsValueClauseSyntax initial) =>
        initial.Value is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax
            ? initial.WithValue(AfterEntry(initial.Value))
            : initial;

    private static AccessorListSyntax Getter(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon)
    {
        var body = ArrowBody.ToBlock(arrow, semicolon.WithTrailingTrivia(), ArrowResult.Returned, Enter);
        return SyntaxFactory.AccessorList([SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, body)])
            .WithTrailingTrivia(semicolon.TrailingTrivia);
    }
}
