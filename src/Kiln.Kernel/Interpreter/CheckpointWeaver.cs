using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Puts a <see cref="Checkpoint"/> at the start of every loop, function, block lambda, label and catch clause of a cell.</summary>
/// <remarks>
/// Nothing moves to another line, so PDB lines stay the user's. A catch clause gets one too: otherwise a loop around
/// <c>catch (Exception)</c> would swallow the interrupt. Who catches <see cref="OperationCanceledException"/> by its
/// name means to tidy up.
/// <para>
/// Loops without <c>await</c> and <c>yield</c> take their cell's <see cref="StopSign"/> once, before the outermost of them, and
/// cost nothing in a turn then; the others may go on in another thread and ask anew.
/// </para>
/// </remarks>
internal sealed class CheckpointWeaver : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement("if (global::Kiln.Kernel.Checkpoint.Requested) global::Kiln.Kernel.Checkpoint.Stop(); ");

    private static readonly StatementSyntax TakeSign =
        SyntaxFactory.ParseStatement("global::Kiln.Kernel.StopSign kilnStopSign = global::Kiln.Kernel.Checkpoint.Sign; ");

    private static readonly StatementSyntax LookAtSign = SyntaxFactory.ParseStatement("if (kilnStopSign.IsUp) throw kilnStopSign.Interruption(); ");

    private bool _hasSign;

    private CheckpointWeaver()
    {
    }

    public static SyntaxTree Weave(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var woven = new CheckpointWeaver().Visit(root);
        return woven == root ? tree : tree.WithRootAndOptions(woven, tree.Options);
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        Loop(node, base.VisitWhileStatement, static (loop, check) => loop.WithStatement(Into(loop.Statement, check)));

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        Loop(node, base.VisitDoStatement, static (loop, check) => loop.WithStatement(Into(loop.Statement, check)));

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        Loop(node, base.VisitForStatement, static (loop, check) => loop.WithStatement(Into(loop.Statement, check)));

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        Loop(node, base.VisitForEachStatement, static (loop, check) => loop.WithStatement(Into(loop.Statement, check)));

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        Loop(node, base.VisitForEachVariableStatement, static (loop, check) => loop.WithStatement(Into(loop.Statement, check)));

    public override SyntaxNode? VisitLabeledStatement(LabeledStatementSyntax node) =>
        base.VisitLabeledStatement(node) is LabeledStatementSyntax label ? label.WithStatement(Into(label.Statement, Check)) : null;

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        Function(node, base.VisitMethodDeclaration, static (function, body) => function.WithBody(body));

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        Function(node, base.VisitLocalFunctionStatement, static (function, body) => function.WithBody(body));

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        Function(node, base.VisitParenthesizedLambdaExpression, static (function, body) => function.WithBlock(body));

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        Function(node, base.VisitSimpleLambdaExpression, static (function, body) => function.WithBlock(body));

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) =>
        Function(node, base.VisitAnonymousMethodExpression, static (function, body) => function.WithBlock(body));

    public override SyntaxNode? VisitCatchClause(CatchClauseSyntax node) =>
        base.VisitCatchClause(node) is CatchClauseSyntax clause ? IsMeantForInterrupts(clause) ? clause : clause.WithBlock(Into(clause.Block)!) : null;

    private StatementSyntax? Loop<T>(T node, Func<T, SyntaxNode?> visitParts, Func<T, StatementSyntax, T> insert)
        where T : StatementSyntax
    {
        var takesSign = !_hasSign && LoopSurvey.StaysInItsThread(node);
        _hasSign |= takesSign;
        var loop = visitParts(node) is T visited ? insert(visited, _hasSign ? LookAtSign : Check) : null;
        if (!takesSign || loop is null) return loop;
        _hasSign = false;
        return SyntaxFactory.Block(SyntaxFactory.List([TakeSign, loop.WithoutLeadingTrivia()])).WithLeadingTrivia(loop.GetLeadingTrivia());
    }

    // The sign is taken before any variable of the function lives: a call between the birth of a variable and the loop that
    // changes it keeps the variable in memory. An outer function's sign is not used: another cell may be the caller.
    private SyntaxNode? Function<T>(T node, Func<T, SyntaxNode?> visitParts, Func<T, BlockSyntax, T> replace)
        where T : SyntaxNode
    {
        var outer = _hasSign;
        _hasSign = Body(node) is { } body && LoopSurvey.HasLoops(body) && LoopSurvey.StaysInItsThread(body);
        SyntaxList<StatementSyntax> entry = _hasSign ? [TakeSign, LookAtSign] : [Check];
        var visited = visitParts(node) as T;
        _hasSign = outer;
        return visited is null || Body(visited) is not { } block ? visited : replace(visited, block.WithStatements(block.Statements.InsertRange(0, entry)));
    }

    private static BlockSyntax? Body(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Body,
        LocalFunctionStatementSyntax local => local.Body,
        AnonymousFunctionExpressionSyntax lambda => lambda.Block,
        _ => null,
    };

    private static bool IsMeantForInterrupts(CatchClauseSyntax clause) =>
        clause.Declaration?.Type.ToString().Split('.')[^1] is nameof(OperationCanceledException) or nameof(TaskCanceledException);

    private static BlockSyntax? Into(BlockSyntax? block) => block?.WithStatements(block.Statements.Insert(0, Check));

    private static StatementSyntax Into(StatementSyntax body, StatementSyntax check) =>
        body is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, check)) : SyntaxFactory.Block(SyntaxFactory.List([check, body]));
}
