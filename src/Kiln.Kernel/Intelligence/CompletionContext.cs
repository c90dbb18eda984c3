using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>What the place itself asks for: named arguments in a call, settable properties in an initialiser.</summary>
internal static class CompletionContext
{
    public static IEnumerable<Candidate> Members(Sketch sketch, int start)
    {
        var before = sketch.Tree.GetRoot().FindTokenOnLeftOfPosition(start);
        return before.Kind() switch
        {
            SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken when before.Parent is InitializerExpressionSyntax initializer => Properties(sketch, initializer),
            SyntaxKind.OpenParenToken or SyntaxKind.CommaToken when before.Parent is BaseArgumentListSyntax arguments => Arguments(sketch, arguments),
            _ => [],
        };
    }

    private static IEnumerable<Candidate> Properties(Sketch sketch, InitializerExpressionSyntax initializer)
    {
        if (initializer.Parent is not BaseObjectCreationExpressionSyntax creation) return [];
        var info = sketch.Model.GetTypeInfo(creation);
        var used = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString()).ToHashSet();
        return BaseTypes(info.Type is null or IErrorTypeSymbol ? info.ConvertedType : info.Type)
            .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property is { SetMethod.DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false } && !used.Contains(property.Name))
            .Select(property => new Candidate(property.Name, "property", Rank.Expected, () => property.ToMinimalDisplayString(sketch.Model, initializer.SpanStart)));
    }

    private static IEnumerable<Candidate> Arguments(Sketch sketch, BaseArgumentListSyntax arguments)
    {
        var used = arguments.Arguments.Select(argument => argument.NameColon?.Name.ToString()).ToHashSet();
        return Callables(sketch, arguments.Parent)
            .SelectMany(method => method.Parameters)
            .Where(parameter => !used.Contains(parameter.Name))
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Candidate(parameter.Name + ":", "param", Rank.Expected, () => parameter.ToMinimalDisplayString(sketch.Model, arguments.SpanStart)));
    }

    private static IEnumerable<IMethodSymbol> Callables(Sketch sketch, SyntaxNode? call) => call switch
    {
        InvocationExpressionSyntax invocation => sketch.Model.GetMemberGroup(invocation.Expression).OfType<IMethodSymbol>(),
        ObjectCreationExpressionSyntax creation when sketch.Model.GetSymbolInfo(creation.Type).Symbol is INamedTypeSymbol type => type.InstanceConstructors,
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> BaseTypes(ITypeSymbol? type)
    {
        for (; type is not null && type.SpecialType != SpecialType.System_Object; type = type.BaseType) yield return type;
    }
}
