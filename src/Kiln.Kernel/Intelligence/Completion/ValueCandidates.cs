using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Values of the type that a place asks for: members of an enum, <c>true</c> and <c>false</c>, an object to make.</summary>
internal static class ValueCandidates
{
    public static IEnumerable<Candidate> Of(ITypeSymbol? expected) => expected switch
    {
        { TypeKind: TypeKind.Enum } => Members(expected),
        { SpecialType: SpecialType.System_Boolean } => [Keyword("true"), Keyword("false")],
        _ => [],
    };

    private static Candidate Keyword(string word) => new(word, "keyword", Rank.Expected, () => "bool");

    private static IEnumerable<Candidate> Members(ITypeSymbol type)
    {
        var prefix = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        // Behind the variables of the type.
        var order = Candidate.OfImports;
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.CanBeReferencedByName))
            yield return Candidate.Of([member], order++) with { Text = $"{prefix}.{SymbolWords.Name(member)}", Name = member.Name, Kind = "enum", Rank = Rank.Expected };
    }
}
