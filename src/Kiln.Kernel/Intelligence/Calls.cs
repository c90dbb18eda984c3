using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>What a call may mean.</summary>
internal static class Calls
{
    /// <summary>The methods or constructors of a call's name.</summary>
    public static IEnumerable<IMethodSymbol> Overloads(SemanticModel model, SyntaxNode? call) => call switch
    {
        InvocationExpressionSyntax invocation => OfInvocation(model, invocation),
        ObjectCreationExpressionSyntax creation => Constructors(Type(model, creation.Type)),
        ImplicitObjectCreationExpressionSyntax creation => Constructors(model.GetTypeInfo(creation).ConvertedType),
        ConstructorInitializerSyntax initializer => OfInitializer(model, initializer),
        PrimaryConstructorBaseTypeSyntax initializer => Constructors(Type(model, initializer.Type)),
        AttributeSyntax attribute => Constructors(model.GetTypeInfo(attribute).Type),
        ElementAccessExpressionSyntax access => Indexers(model.GetTypeInfo(access.Expression).Type),
        _ => [],
    };

    /// <summary>The overload that the compiler takes, or null while none fits.</summary>
    public static IMethodSymbol? Chosen(SemanticModel model, SyntaxNode call) => model.GetSymbolInfo(call).Symbol as IMethodSymbol;

    /// <summary>The argument at a position, counted from 0.</summary>
    public static int ArgumentAt(SyntaxNode list, int position) => list.ChildTokens().Count(token => token.IsKind(SyntaxKind.CommaToken) && token.SpanStart < position);

    /// <summary>The parameter that takes an argument.</summary>
    /// <param name="method">The method called.</param>
    /// <param name="list">The arguments.</param>
    /// <param name="index">Which argument.</param>
    public static IParameterSymbol? Parameter(IMethodSymbol method, SyntaxNode list, int index)
    {
        if (NameOf(list.ChildNodes().ElementAtOrDefault(index)) is { } name)
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        if (index < method.Parameters.Length) return method.Parameters[index];
        return method.Parameters.LastOrDefault() is { IsParams: true } rest ? rest : null;
    }

    private static string? NameOf(SyntaxNode? argument) => argument switch
    {
        ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => name,
        AttributeArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => name,
        _ => null,
    };

    private static IEnumerable<IMethodSymbol> OfInvocation(SemanticModel model, InvocationExpressionSyntax invocation)
    {
        var group = model.GetMemberGroup(invocation.Expression).OfType<IMethodSymbol>().ToList();
        if (group.Count > 0) return group;
        var info = model.GetSymbolInfo(invocation.Expression);
        var candidates = info.CandidateSymbols.OfType<IMethodSymbol>().ToList();
        if (candidates.Count > 0) return candidates;
        return (model.GetTypeInfo(invocation.Expression).Type as INamedTypeSymbol)?.DelegateInvokeMethod is { } invoke ? [invoke] : [];
    }

    private static IEnumerable<IMethodSymbol> OfInitializer(SemanticModel model, ConstructorInitializerSyntax initializer)
    {
        var own = model.GetEnclosingSymbol(initializer.SpanStart)?.ContainingType;
        return Constructors(initializer.ThisOrBaseKeyword.Text == "base" ? own?.BaseType : own);
    }

    private static INamedTypeSymbol? Type(SemanticModel model, TypeSyntax type)
    {
        var info = model.GetSymbolInfo(type);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) as INamedTypeSymbol;
    }

    private static IEnumerable<IMethodSymbol> Constructors(ITypeSymbol? type) =>
        (type as INamedTypeSymbol)?.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal) ?? [];

    private static IEnumerable<IMethodSymbol> Indexers(ITypeSymbol? type) =>
        type?.GetMembers().OfType<IPropertySymbol>().Where(property => property.IsIndexer).Select(property => property.GetMethod).OfType<IMethodSymbol>() ?? [];
}
