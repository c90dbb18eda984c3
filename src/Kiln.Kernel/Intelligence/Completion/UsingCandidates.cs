using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Namespaces in a using directive; types, too, behind <c>static</c> and <c>=</c>.</summary>
internal static class UsingCandidates
{
    public static IEnumerable<Candidate> Of(Sketch sketch, CompletionPlace place)
    {
        var directive = place.Token.Parent!.FirstAncestorOrSelf<UsingDirectiveSyntax>()!;
        var withTypes = directive.StaticKeyword != default || directive.Alias is not null;
        if (place.Name?.Parent is not QualifiedNameSyntax qualified || qualified.Right != place.Name)
            return NamespaceCandidates.Of(sketch, "", withTypes).Concat(directive.StaticKeyword == default && directive.Alias is null ? [KeywordCandidates.Of("static")] : []);
        var space = qualified.Left.ToString().Replace("global::", "", StringComparison.Ordinal);
        var nested = withTypes && sketch.Compilation.GetTypeByMetadataName(space) is { } type ? type.GetTypeMembers().Where(IsPublic).Select(inner => Candidate.Of([inner])) : [];
        return NamespaceCandidates.Of(sketch, space, withTypes).Concat(nested);
    }

    private static bool IsPublic(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public;
}
