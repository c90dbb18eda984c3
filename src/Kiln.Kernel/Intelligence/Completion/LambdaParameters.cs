using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Types that a lambda's parameter may have while the call around it is too unfinished for the compiler to choose an overload.</summary>
internal static class LambdaParameters
{
    public static IEnumerable<ITypeSymbol> PossibleTypes(Sketch sketch, IParameterSymbol parameter)
    {
        var lambda = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>();
        if (lambda?.Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument) return [];
        var place = list.Arguments.IndexOf(argument);
        return Calls.Overloads(sketch.Model, list.Parent)
            .Where(method => place < method.Parameters.Length)
            .Select(method => Delegate(method.Parameters[place].Type)?.Parameters.ElementAtOrDefault(parameter.Ordinal)?.Type)
            .OfType<ITypeSymbol>()
            .Where(type => type is not IErrorTypeSymbol)
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);
    }

    private static IMethodSymbol? Delegate(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Expression", TypeArguments: [INamedTypeSymbol inner] } ? inner.DelegateInvokeMethod : (type as INamedTypeSymbol)?.DelegateInvokeMethod;
}
