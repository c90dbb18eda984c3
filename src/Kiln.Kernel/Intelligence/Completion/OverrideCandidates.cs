using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>What can be overridden, with the signature to put in.</summary>
internal static class OverrideCandidates
{
    private static readonly SymbolDisplayFormat Signature = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static IEnumerable<Candidate> Of(Sketch sketch, CompletionPlace place)
    {
        var declaration = place.Token.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (declaration is null || sketch.Model.GetDeclaredSymbol(declaration) is not INamedTypeSymbol type) yield break;
        // The return type may stand there already.
        var typed = place.Name is null;
        var done = type.GetMembers().Where(member => member.IsOverride && member.Name != TypedWord.Placeholder).Select(Key).ToHashSet();
        var order = 0;
        for (var at = type.BaseType; at is not null; at = at.BaseType, order++)
            foreach (var member in at.GetMembers())
                if (CanBeOverridden(member) && done.Add(Key(member)) && sketch.Compilation.IsSymbolAccessibleWithin(member, type))
                    yield return Candidate.Of([member], order) with { Text = Text(member, typed), Name = member.Name, Rank = Rank.Expected };
    }

    private static bool CanBeOverridden(ISymbol member) =>
        member is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true } && !member.IsSealed && member.CanBeReferencedByName
        && member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary };

    private static string Key(ISymbol member) => member.ToDisplayString(Signature);

    private static string Text(ISymbol member, bool typed)
    {
        var type = (SymbolWords.ValueType(member) as ITypeSymbol)?.ToDisplayString(Signature) ?? "void";
        return typed ? Key(member) : $"{type} {Key(member)}";
    }
}
