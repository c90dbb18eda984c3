using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>A symbol's XML documentation, with what it inherits.</summary>
internal static class Documentation
{
    private const int DeepestInheritance = 8;

    /// <summary>The documentation's elements; empty where there is none.</summary>
    public static XElement Of(ISymbol symbol, Compilation compilation) => Of(symbol, compilation, 0) ?? new XElement("member");

    private static XElement? Of(ISymbol symbol, Compilation compilation, int depth)
    {
        if (depth > DeepestInheritance) return null;
        if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
        var own = Read(symbol.OriginalDefinition);
        var marker = own?.Element("inheritdoc") ?? own?.Element("summary")?.Element("inheritdoc");
        if (own is not null && marker is null) return own;
        var inherited = Source(symbol, marker, compilation) is { } source ? Of(source, compilation, depth + 1) : null;
        return own is null || inherited is null ? inherited ?? own : Merge(own, inherited);
    }

    private static XElement? Read(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml)) return null;
        try
        {
            // Comments without a root element come from some compilers.
            var isWhole = xml.StartsWith("<member", StringComparison.Ordinal) || xml.StartsWith("<doc", StringComparison.Ordinal);
            return XElement.Parse(isWhole ? xml : $"<member>{xml}</member>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ISymbol? Source(ISymbol symbol, XElement? marker, Compilation compilation)
    {
        if (marker?.Attribute("cref")?.Value is { } id) return DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) ?? Neighbour(symbol, id);
        return symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
            IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
            IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
            IEventSymbol { OverriddenEvent: { } overridden } => overridden,
            INamedTypeSymbol when marker is null => null,
            INamedTypeSymbol { BaseType: { SpecialType: not SpecialType.System_Object } parent } => parent,
            INamedTypeSymbol type => type.Interfaces.FirstOrDefault(),
            IMethodSymbol or IPropertySymbol or IEventSymbol => Implemented(symbol),
            _ => null,
        };
    }

    // Comments of cells are are in no assembly yet in which an id could be found.
    private static ISymbol? Neighbour(ISymbol symbol, string name) =>
        symbol.ContainingType?.GetMembers(name.Split('(')[0].Split('.', ':')[^1]).FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other, symbol));

    private static ISymbol? Implemented(ISymbol member) => member.ContainingType?.AllInterfaces
        .SelectMany(made => made.GetMembers(member.Name))
        .FirstOrDefault(declared => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(declared), member));

    private static XElement Merge(XElement own, XElement inherited)
    {
        var merged = new XElement(own);
        merged.Descendants("inheritdoc").Remove();
        merged.Elements("summary").Where(summary => string.IsNullOrWhiteSpace(summary.Value)).Remove();
        foreach (var element in inherited.Elements())
            if (!merged.Elements(element.Name).Any(mine => mine.Attribute("name")?.Value == element.Attribute("name")?.Value)) merged.Add(element);
        return merged;
    }
}
