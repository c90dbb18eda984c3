using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <content>
/// A call that takes the text of an argument (<see cref="System.Runtime.CompilerServices.CallerArgumentExpressionAttribute"/>) is
/// given what the user typed: the compiler would fill in the woven text.
/// </content>
internal sealed partial class CheckpointWeaver
{
    /// <summary>What would end the process ends the cell.</summary>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var call = Visited(node, base.VisitInvocationExpression);
        if (call != node) call = call.WithArgumentList(WithTypedTexts(node, call.ArgumentList));
        return ProcessEnds.MayBe(node) && _meaning.EndOfProcess(node) is { } replacement ? call.WithExpression(ProcessEnds.Call(replacement).WithTriviaFrom(call.Expression)) : call;
    }

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        var creation = Visited(node, base.VisitObjectCreationExpression);
        return creation.ArgumentList is { } list && creation != node ? creation.WithArgumentList(WithTypedTexts(node, list)) : creation;
    }

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        var creation = Visited(node, base.VisitImplicitObjectCreationExpression);
        return creation == node ? creation : creation.WithArgumentList(WithTypedTexts(node, creation.ArgumentList));
    }

    public override SyntaxNode? VisitConstructorInitializer(ConstructorInitializerSyntax node)
    {
        var call = Visited(node, base.VisitConstructorInitializer);
        return call == node ? call : call.WithArgumentList(WithTypedTexts(node, call.ArgumentList));
    }

    public override SyntaxNode? VisitPrimaryConstructorBaseType(PrimaryConstructorBaseTypeSyntax node)
    {
        var call = Visited(node, base.VisitPrimaryConstructorBaseType);
        return call == node ? call : call.WithArgumentList(WithTypedTexts(node, call.ArgumentList));
    }

    public override SyntaxNode? VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        var call = Visited(node, base.VisitElementAccessExpression);
        return call == node ? call : call.WithArgumentList(call.ArgumentList.AddArguments([.. TypedTexts(node)]));
    }

    private ArgumentListSyntax WithTypedTexts(SyntaxNode call, ArgumentListSyntax woven) => woven.AddArguments([.. TypedTexts(call)]);

    // Named, because they may skip other optional parameters; a keyword needs its @.
    private IEnumerable<ArgumentSyntax> TypedTexts(SyntaxNode call) =>
        from filledIn in _meaning.ArgumentTexts(call)
        let parameter = SyntaxFactory.IdentifierName(SyntaxFactory.VerbatimIdentifier(default, filledIn.Parameter, filledIn.Parameter, default))
        let text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(filledIn.Text))
        select SyntaxFactory.Argument(SyntaxFactory.NameColon(parameter), default, text);
}
