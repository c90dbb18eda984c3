using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Kiln.Torch.Api;

/// <summary>The documentation file of an assembly, with <c>inheritdoc</c> followed as editors follow it.</summary>
internal sealed class XmlComments(string path)
{
    private readonly Dictionary<string, XElement> _members = XDocument.Load(path).Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The elements of a symbol's comment, its own first, then what it inherits; empty where there is none.</summary>
    public IReadOnlyList<XElement> Of(ISymbol symbol) => Of(symbol.GetDocumentationCommentId()!, symbol, []);

    private List<XElement> Of(string id, ISymbol? symbol, HashSet<string> seen)
    {
        if (!seen.Add(id) || !_members.TryGetValue(id, out var member)) return [];
        var elements = new List<XElement>();
        foreach (var element in member.Elements())
            if (element.Name == "inheritdoc") continue;
            else if (element.Element("inheritdoc")?.Attribute("cref") is { } within)
                elements.AddRange(Of(within.Value, null, seen).Where(other => other.Name == element.Name));
            else elements.Add(element);
        foreach (var inherit in member.Elements("inheritdoc"))
            foreach (var source in Sources(inherit, symbol))
                elements.AddRange(Of(source.Id, source.Symbol, seen).Where(inherited => IsLink(inherited) || !elements.Any(own => SameTag(own, inherited))));
        return elements;
    }

    /// <summary>References that lead to no documented member.</summary>
    public IEnumerable<string> Unresolved(ISymbol symbol)
    {
        if (!_members.TryGetValue(symbol.GetDocumentationCommentId()!, out var member)) yield break;
        foreach (var inherit in member.Descendants("inheritdoc"))
        {
            var sources = Sources(inherit, symbol).ToList();
            var isOutside = inherit.Attribute("cref")?.Value is { } cref && cref.Contains(":System.", StringComparison.Ordinal);
            if (!isOutside && !sources.Any(source => _members.ContainsKey(source.Id) || IsOfPlatform(source.Symbol)))
                yield return inherit.Attribute("cref")?.Value ?? "its base";
        }
    }

    /// <summary>Whether it takes its comment over from an interface or class of .NET.</summary>
    public bool InheritsFromPlatform(ISymbol symbol) =>
        _members.TryGetValue(symbol.GetDocumentationCommentId()!, out var member)
        && member.Elements("inheritdoc").SelectMany(inherit => Sources(inherit, symbol)).Any(source => IsOfPlatform(source.Symbol));

    private static bool IsOfPlatform(ISymbol? symbol) =>
        symbol?.ContainingAssembly?.Name.StartsWith("System", StringComparison.Ordinal) == true;

    private static IEnumerable<(string Id, ISymbol? Symbol)> Sources(XElement inherit, ISymbol? symbol)
    {
        if (inherit.Attribute("cref") is { } cref) return [(cref.Value, null)];
        return symbol is null ? [] : Bases(symbol).Select(above => (above.OriginalDefinition.GetDocumentationCommentId()!, (ISymbol?)above.OriginalDefinition));
    }

    private static IEnumerable<ISymbol> Bases(ISymbol symbol)
    {
        switch (symbol)
        {
            case INamedTypeSymbol type:
                return type.BaseType is { } above ? type.Interfaces.Prepend(above) : type.Interfaces;
            case IMethodSymbol { OverriddenMethod: { } method }:
                return [method];
            case IPropertySymbol { OverriddenProperty: { } property }:
                return [property];
            default:
                return symbol.ContainingType.AllInterfaces.SelectMany(face => face.GetMembers())
                    .Where(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));
        }
    }

    private static bool IsLink(XElement element) => element.Name == "seealso" || element.Name == "remarks";

    private static bool SameTag(XElement one, XElement other) =>
        one.Name == other.Name && one.Attribute("name")?.Value == other.Attribute("name")?.Value;
}
