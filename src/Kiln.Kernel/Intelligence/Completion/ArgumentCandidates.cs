using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Named arguments of the call around the cursor.</summary>
internal static class ArgumentCandidates
{
    public static IEnumerable<Candidate> Of(Sketch sketch, CompletionPlace place)
    {
        if (place.Name?.Parent is AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute }) return OfAttribute(sketch, attribute);
        var argument = place.Name?.Parent as ArgumentSyntax ?? (place.Name?.Parent as NameColonSyntax)?.Parent as ArgumentSyntax;
        if (argument?.Parent is not BaseArgumentListSyntax list) return [];
        var used = list.Arguments.Select(other => other.NameColon?.Name.Identifier.ValueText).ToHashSet();
        var placed = list.Arguments.IndexOf(argument);
        return Calls.Overloads(sketch.Model, list.Parent)
            .SelectMany(method => method.Parameters.Skip(placed > 0 && list.Arguments[0].NameColon is null ? 1 : 0))
            .Where(parameter => !used.Contains(parameter.Name))
            .DistinctBy(parameter => parameter.Name)
            .Select(Named);
    }

    private static Candidate Named(IParameterSymbol parameter) =>
        new(parameter.Name + ":", "param", Rank.Argument, () => parameter.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)) { Name = parameter.Name };

    private static IEnumerable<Candidate> OfAttribute(Sketch sketch, AttributeSyntax attribute) =>
        sketch.Model.GetTypeInfo(attribute).Type is not { } type ? [] : type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property is { SetMethod.DeclaredAccessibility: Accessibility.Public, IsStatic: false })
            .Select(property => Candidate.Of([property]) with { Text = property.Name + " = ", Rank = Rank.Argument });
}
