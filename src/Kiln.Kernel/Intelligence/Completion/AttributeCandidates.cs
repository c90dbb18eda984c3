using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Attributes, without the last part of their names.</summary>
internal static class AttributeCandidates
{
    private const string Suffix = nameof(Attribute);

    public static IEnumerable<Candidate> Of(Sketch sketch, ScopeCandidates scope, string typed)
    {
        var session = scope.SessionTypes().Where(IsAttribute).Select(type => Candidate.Of([type]));
        var imported = scope.ImportedNamespaces.SelectMany(sketch.Types.In).Where(type => type is { IsAttribute: true, CanBeMade: true }).Select(Candidate.Of);
        var distant = DistantTypes.Of(sketch, scope, typed, type => type is { IsAttribute: true, CanBeMade: true });
        return session.Concat(imported).Concat(distant).Select(WithoutSuffix).Concat(NamespaceCandidates.Of(sketch, "", withTypes: false));
    }

    private static Candidate WithoutSuffix(Candidate candidate) => candidate.Name.Length > Suffix.Length && candidate.Name.EndsWith(Suffix, StringComparison.Ordinal)
        ? candidate with { Text = candidate.Text[..^Suffix.Length], Name = candidate.Name[..^Suffix.Length] }
        : candidate;

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType) if (at is { Name: Suffix, ContainingNamespace.Name: nameof(System) }) return true;
        return false;
    }
}
