using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Properties and fields that an initialiser, a <c>with</c> or a pattern in braces may name.</summary>
internal static class InitializerCandidates
{
    /// <summary>The properties, and names in scope where the braces take elements.</summary>
    public static IEnumerable<Candidate> Of(Sketch sketch, CompletionPlace place, ScopeCandidates scope) =>
        Members(sketch, place).Concat(TakesElements(sketch, place) ? scope.All() : []);

    private static IEnumerable<Candidate> Members(Sketch sketch, CompletionPlace place)
    {
        if (place.Name?.FirstAncestorOrSelf<SubpatternSyntax>() is { Parent.Parent: RecursivePatternSyntax pattern })
            return Properties(PatternProperties.InputOf(sketch.Model, pattern), [], place.Position, sketch, toRead: true);
        if (place.Name?.FirstAncestorOrSelf<InitializerExpressionSyntax>() is not { } initializer) return [];
        var used = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString()).ToHashSet();
        return Properties(Type(sketch.Model, initializer), used, place.Position, sketch, toRead: false);
    }

    private static bool TakesElements(Sketch sketch, CompletionPlace place) =>
        place.Name?.Parent is InitializerExpressionSyntax initializer
        && (Type(sketch.Model, initializer) is not { } type || type.AllInterfaces.Any(made => made.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static ITypeSymbol? Type(SemanticModel model, InitializerExpressionSyntax initializer)
    {
        switch (initializer.Parent)
        {
            case WithExpressionSyntax with:
                return model.GetTypeInfo(with.Expression).Type;
            case BaseObjectCreationExpressionSyntax creation:
                var info = model.GetTypeInfo(creation);
                return info.Type is null or IErrorTypeSymbol ? info.ConvertedType : info.Type;
            case AssignmentExpressionSyntax assignment:
                return model.GetTypeInfo(assignment.Left).Type;
            default:
                return null;
        }
    }

    private static IEnumerable<Candidate> Properties(ITypeSymbol? type, HashSet<string> used, int position, Sketch sketch, bool toRead)
    {
        var order = 0;
        for (var at = type; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType, order++)
            foreach (var member in at.GetMembers())
                if (IsNamable(member, toRead) && !used.Contains(member.Name) && sketch.Model.IsAccessible(position, member))
                    yield return Candidate.Of([member], order) with { Rank = Rank.Expected };
    }

    private static bool IsNamable(ISymbol member, bool toRead) => member switch
    {
        IPropertySymbol { IsStatic: false, IsIndexer: false, CanBeReferencedByName: true } property =>
            toRead ? property.GetMethod is not null : property.SetMethod is { DeclaredAccessibility: not Accessibility.Private },
        IFieldSymbol { IsStatic: false, CanBeReferencedByName: true, IsImplicitlyDeclared: false } field => toRead || !field.IsReadOnly,
        _ => false,
    };
}
