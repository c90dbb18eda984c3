using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Types that the value behind <c>new</c> may have, the one asked for first.</summary>
internal static class NewCandidates
{
    // What people make where one of the collection interfaces is asked for.
    private static readonly string[] Collections =
        ["System.Collections.Generic.List`1", "System.Collections.Generic.HashSet`1", "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.Queue`1"];

    public static IEnumerable<Candidate> Of(Sketch sketch, CompletionPlace place, ITypeSymbol? expected, ScopeCandidates scope)
    {
        if (expected is INamedTypeSymbol type) foreach (var candidate in Assignable(sketch, type, scope)) yield return candidate;
        var isThrown = place.Name!.Parent?.Parent is ThrowStatementSyntax or ThrowExpressionSyntax;
        foreach (var candidate in scope.TypesOnly().Where(CanBeMade))
            yield return isThrown && candidate.Name.EndsWith(nameof(Exception), StringComparison.Ordinal) ? candidate with { Rank = Rank.Expected, Order = 1 } : candidate;
    }

    private static IEnumerable<Candidate> Assignable(Sketch sketch, INamedTypeSymbol expected, ScopeCandidates scope)
    {
        if (IsMakeable(expected)) yield return Shown(expected, 0);
        foreach (var type in scope.SessionTypes())
            if (IsMakeable(type) && !SymbolEqualityComparer.Default.Equals(type, expected) && sketch.Compilation.HasImplicitConversion(type, expected)) yield return Shown(type, 1);
        if (expected.TypeKind != TypeKind.Interface || !expected.IsGenericType) yield break;
        var order = 2;
        foreach (var open in Collections.Select(sketch.Compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>())
        {
            if (open.Arity != expected.Arity) continue;
            var type = open.Construct([.. expected.TypeArguments]);
            if (sketch.Compilation.HasImplicitConversion(type, expected)) yield return Shown(type, order++);
        }
    }

    private static Candidate Shown(INamedTypeSymbol type, int order) =>
        Candidate.Of([type], order) with { Text = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), Name = type.Name, Rank = Rank.Expected };

    private static bool IsMakeable(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false };

    private static bool CanBeMade(Candidate candidate) => candidate switch
    {
        { Symbols: [INamedTypeSymbol type, ..] } => IsMakeable(type),
        { Type: { } type } => type.CanBeMade,
        _ => true,
    };
}
