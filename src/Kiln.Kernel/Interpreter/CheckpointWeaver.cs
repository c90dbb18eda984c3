using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Puts a <see cref="Checkpoint"/> at the start of every loop, function, block lambda, label and catch clause of a cell.</summary>
/// <remarks>
/// Nothing moves to another line, so PDB lines stay the user's. A catch clause gets one too: otherwise a loop around
/// <c>catch (Exception)</c> would swallow the interrupt. Who catches <see cref="OperationCanceledException"/> by its
/// name means to tidy up.
/// </remarks>
internal sealed class CheckpointWeaver : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement("if (global::Kiln.Kernel.Checkpoint.Requested) global::Kiln.Kernel.Checkpoint.Stop(); ");

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
        base.VisitWhileStatement(node) is WhileStatementSyntax loop ? loop.WithStatement(Into(loop.Statement)) : null;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        base.VisitDoStatement(node) is DoStatementSyntax loop ? loop.WithStatement(Into(loop.Statement)) : null;

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        base.VisitForStatement(node) is ForStatementSyntax loop ? loop.WithStatement(Into(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        base.VisitForEachStatement(node) is ForEachStatementSyntax loop ? loop.WithStatement(Into(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        base.VisitForEachVariableStatement(node) is ForEachVariableStatementSyntax loop ? loop.WithStatement(Into(loop.Statement)) : null;

    public override SyntaxNode? VisitLabeledStatement(LabeledStatementSyntax node) =>
        base.VisitLabeledStatement(node) is LabeledStatementSyntax label ? label.WithStatement(Into(label.Statement)) : null;

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        base.VisitMethodDeclaration(node) is MethodDeclarationSyntax method ? method.WithBody(Into(method.Body)) : null;

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        base.VisitLocalFunctionStatement(node) is LocalFunctionStatementSyntax function ? function.WithBody(Into(function.Body)) : null;

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        base.VisitParenthesizedLambdaExpression(node) is ParenthesizedLambdaExpressionSyntax lambda ? lambda.WithBlock(Into(lambda.Block)) : null;

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        base.VisitSimpleLambdaExpression(node) is SimpleLambdaExpressionSyntax lambda ? lambda.WithBlock(Into(lambda.Block)) : null;

    public override SyntaxNode? VisitCatchClause(CatchClauseSyntax node) =>
        base.VisitCatchClause(node) is CatchClauseSyntax clause ? IsMeantForInterrupts(clause) ? clause : clause.WithBlock(Into(clause.Block)!) : null;

    private static bool IsMeantForInterrupts(CatchClauseSyntax clause) =>
        clause.Declaration?.Type.ToString().Split('.')[^1] is nameof(OperationCanceledException) or nameof(TaskCanceledException);

    private static BlockSyntax? Into(BlockSyntax? block) => block?.WithStatements(block.Statements.Insert(0, Check));

    private static StatementSyntax Into(StatementSyntax body) =>
        body is BlockSyntax block ? Into(block)! : SyntaxFactory.Block(SyntaxFactory.List([Check, body]));
}
