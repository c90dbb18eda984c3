using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Puts a <see cref="Checkpoint"/> at the start of every loop, function, lambda, label and catch clause of a cell.</summary>
/// <remarks>
/// Nothing moves to another line, so PDB lines stay the user's. A catch clause gets one too: otherwise a loop around
/// <c>catch (Exception)</c> would swallow the interrupt. Who catches <see cref="OperationCanceledException"/> by its
/// name means to tidy up.
/// <para>
/// Loops without <c>await</c> and <c>yield</c> take their cell's <see cref="StopSign"/> once, before the outermost of them, and
/// cost nothing in a turn then; the others may go on in another thread and ask anew.
/// </para>
/// </remarks>
internal sealed partial class CheckpointWeaver : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement("if (global::Kiln.Kernel.Checkpoint.Requested) global::Kiln.Kernel.Checkpoint.Stop(); ");

    private static readonly StatementSyntax TakeSign =
        SyntaxFactory.ParseStatement("global::Kiln.Kernel.StopSign kilnStopSign = global::Kiln.Kernel.Checkpoint.Sign; ");

    private static readonly StatementSyntax LookAtSign = SyntaxFactory.ParseStatement("if (kilnStopSign.IsUp) throw kilnStopSign.Interruption(); ");

    private readonly CellMeaning _meaning;
    private bool _hasSign;

    private CheckpointWeaver(CellMeaning meaning) => _meaning = meaning;

    /// <summary>Code as it runs.</summary>
    /// <param name="typed">The compilation of the cell, and of the files that it loads, as the user typed them.</param>
    /// <param name="tree">The tree of the cell or of such a file.</param>
    public static SyntaxTree Weave(CSharpCompilation typed, SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var woven = new CheckpointWeaver(new CellMeaning(typed, tree)).Visit(root);
        return woven == root ? tree : tree.WithRootAndOptions(woven, tree.Options);
    }

    /// <summary>The cell's own statements: one after another may be a call that takes long.</summary>
    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        var unit = (CompilationUnitSyntax)base.VisitCompilationUnit(node)!;
        return unit.WithMembers([.. unit.Members.SelectMany((member, i) => TakesLong(node.Members[i]) ? AfterCheck(member) : [member])]);
    }

    public override SyntaxNode? VisitQueryExpression(QueryExpressionSyntax node) => _meaning.IsData(node) ? node : base.VisitQueryExpression(node);

    public override SyntaxNode? VisitWhereClause(WhereClauseSyntax node) =>
        Visited(node, base.VisitWhereClause) is var where && _meaning.CallOf(node) is not null ? where.WithCondition(AfterEntry(where.Condition)) : where;

    public override SyntaxNode? VisitFromClause(FromClauseSyntax node) =>
        Visited(node, base.VisitFromClause) is var from && node.Parent is QueryBodySyntax && _meaning.CallOf(node) is not null ? from.WithExpression(AfterEntry(from.Expression)) : from;

    public override SyntaxNode? VisitSelectClause(SelectClauseSyntax node) =>
        Visited(node, base.VisitSelectClause) is var select && _meaning.CallOf(node) is not null ? select.WithExpression(AfterEntry(select.Expression)) : select;

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

    public override SyntaxNode? VisitCatchClause(CatchClauseSyntax node) =>
        base.VisitCatchClause(node) is CatchClauseSyntax clause ? IsMeantForInterrupts(clause) ? clause : clause.WithBlock(Into(clause.Block, [Check])) : null;

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

    private static T Visited<T>(T node, Func<T, SyntaxNode?> visitParts)
        where T : SyntaxNode => (T)visitParts(node)!;

    private static ConditionalExpressionSyntax AfterEntry(ExpressionSyntax expression) => SyntaxFactory.ConditionalExpression(
        Entered, SyntaxFactory.ParenthesizedExpression(expression), SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression));

    private static bool TakesLong(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax { Statement: ExpressionStatementSyntax or LocalDeclarationStatementSyntax }
            or FieldDeclarationSyntax { Modifiers.Count: 0 }
        && member.DescendantNodes().Any(static node => node is InvocationExpressionSyntax or AwaitExpressionSyntax);

    private static MemberDeclarationSyntax[] AfterCheck(MemberDeclarationSyntax member) =>
        [SyntaxFactory.GlobalStatement(Check).WithLeadingTrivia(member.GetLeadingTrivia()), member.WithoutLeadingTrivia()];

    private static bool IsMeantForInterrupts(CatchClauseSyntax clause) =>
        clause.Declaration?.Type.ToString().Split('.')[^1] is nameof(OperationCanceledException) or nameof(TaskCanceledException);

    private static BlockSyntax Into(BlockSyntax block, SyntaxList<StatementSyntax> entry) => block.WithStatements(block.Statements.InsertRange(0, entry));

    private static StatementSyntax Into(StatementSyntax body, StatementSyntax check) =>
        body is BlockSyntax block ? Into(block, [check]) : SyntaxFactory.Block(SyntaxFactory.List([check, body]));
}
