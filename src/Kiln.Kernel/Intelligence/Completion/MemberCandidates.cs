using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>What can follow a dot.</summary>
internal static class MemberCandidates
{
    private const int ExtensionOrder = 100;

    public static IEnumerable<Candidate> Of(Sketch sketch, CompletionPlace place)
    {
        if (place.Name!.Parent is AliasQualifiedNameSyntax) return NamespaceCandidates.Of(sketch, "", withTypes: true);
        if (Receiver(place.Name) is not { } receiver) return [];
        var onlyTypes = place.Name.Parent is QualifiedNameSyntax && SyntaxFacts.IsInTypeOnlyContext(Whole(place.Name));
        var symbol = Symbol(sketch, receiver);
        if (symbol is IAliasSymbol alias) symbol = alias.Target;
        if (symbol is INamespaceSymbol space) return NamespaceCandidates.Of(sketch, space.ToDisplayString(), withTypes: true);
        if (symbol is ITypeSymbol { TypeKind: not TypeKind.Error } type) return OfType(sketch, type, place.Position, onlyTypes);
        var members = Types(sketch, receiver).SelectMany(value => OfValue(sketch, value, place.Position));
        // "Color.": a property may bear its type's name.
        return NamesakeType(symbol) is { } namesake ? members.Concat(OfType(sketch, namesake, place.Position, onlyTypes: false)) : members;
    }

    private static ExpressionSyntax? Receiver(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax qualified => qualified.Left,
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression,
        _ => null,
    };

    private static NameSyntax Whole(SimpleNameSyntax name) => name.AncestorsAndSelf().TakeWhile(node => node is NameSyntax).Cast<NameSyntax>().Last();

    private static ISymbol? Symbol(Sketch sketch, ExpressionSyntax receiver)
    {
        var info = sketch.Model.GetSymbolInfo(receiver);
        return info.Symbol ?? (info.CandidateReason is CandidateReason.WrongArity or CandidateReason.NotAValue or CandidateReason.Inaccessible
            or CandidateReason.NotATypeOrNamespace or CandidateReason.NotCreatable ? info.CandidateSymbols.FirstOrDefault() : null);
    }

    private static IEnumerable<ITypeSymbol> Types(Sketch sketch, ExpressionSyntax receiver)
    {
        var type = sketch.Model.GetTypeInfo(receiver).Type;
        if (type is null or IErrorTypeSymbol && receiver.Parent is QualifiedNameSyntax)
            type = sketch.Model.GetSpeculativeTypeInfo(receiver.SpanStart, SyntaxFactory.ParseExpression(receiver.ToString()), SpeculativeBindingOption.BindAsExpression).Type;
        // Behind "?." the value is there.
        if (receiver.Parent is ConditionalAccessExpressionSyntax && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type is IErrorTypeSymbol or null && sketch.Model.GetSymbolInfo(receiver).Symbol is IParameterSymbol parameter) return LambdaParameters.PossibleTypes(sketch, parameter);
        return type is null or IErrorTypeSymbol ? [] : [type];
    }

    private static IEnumerable<Candidate> OfValue(Sketch sketch, ITypeSymbol type, int position)
    {
        if (type is IPointerTypeSymbol pointer) type = pointer.PointedAtType;
        if (type.SpecialType == SpecialType.System_Void) return [];
        return Group(type, sketch.Members(type, position)
            .Where(symbol => symbol is { IsStatic: false } or IMethodSymbol { MethodKind: MethodKind.ReducedExtension } && symbol is not ITypeSymbol));
    }

    private static IEnumerable<Candidate> OfType(Sketch sketch, ITypeSymbol type, int position, bool onlyTypes) =>
        Group(type, sketch.Model.LookupSymbols(position, type).Where(symbol => symbol is ITypeSymbol || (!onlyTypes && symbol.IsStatic)));

    private static IEnumerable<Candidate> Group(ITypeSymbol type, IEnumerable<ISymbol> symbols) => symbols
        .Where(symbol => symbol.CanBeReferencedByName && symbol is not IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Destructor })
        .GroupBy(symbol => symbol.Name)
        .Select(same => Candidate.Of([.. same], same.Min(symbol => Distance(type, symbol))) with { Rank = same.First() is ITypeSymbol ? Rank.Type : Rank.Member });

    // How far up the member is declared; what every object has comes after everything else of its own.
    private static int Distance(ITypeSymbol type, ISymbol symbol)
    {
        if (symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension }) return ExtensionOrder;
        if (symbol.ContainingType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) return ExtensionOrder - 1;
        if (symbol is IMethodSymbol { IsOverride: true } method && IsOfObject(method)) return ExtensionOrder - 1;
        var distance = 0;
        for (var at = type; at is not null; at = at.BaseType, distance++)
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, symbol.ContainingType?.OriginalDefinition)) return distance;
        return distance;
    }

    private static bool IsOfObject(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden) method = overridden;
        return method.ContainingType.SpecialType == SpecialType.System_Object;
    }

    private static ITypeSymbol? NamesakeType(ISymbol? symbol) =>
        symbol is IPropertySymbol or IFieldSymbol && SymbolWords.ValueType(symbol) is { } type && type.Name == symbol.Name ? type : null;
}
