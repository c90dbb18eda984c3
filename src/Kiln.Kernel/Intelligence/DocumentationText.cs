using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>A symbol's XML documentation as text.</summary>
internal static partial class DocumentationText
{
    public static string Of(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml)) return "";
        try
        {
            return Of(XElement.Parse(xml)).Trim();
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string Of(XElement member)
    {
        var text = new StringBuilder(Flat(member.Element("summary")));
        foreach (var parameter in member.Elements("param")) text.Append('\n').Append(parameter.Attribute("name")?.Value).Append(": ").Append(Flat(parameter));
        if (member.Element("returns") is { } returns) text.Append("\nReturns: ").Append(Flat(returns));
        foreach (var exception in member.Elements("exception")) text.Append("\nThrows ").Append(Name(exception)).Append(": ").Append(Flat(exception));
        if (member.Element("remarks") is { } remarks) text.Append("\n").Append(Flat(remarks));
        return text.ToString();
    }

    private static string Flat(XElement? element) =>
        element is null ? "" : WhiteSpace().Replace(string.Concat(element.Nodes().Select(Flat)), " ").Trim();

    private static string Flat(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Value.Length: 0 } reference => Name(reference),
        XElement element => Flat(element) + (element.Name.LocalName == "para" ? " " : ""),
        _ => "",
    };

    // cref="M:System.Math.Abs(System.Int32)" reads as Abs.
    private static string Name(XElement reference)
    {
        var name = (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value ?? "";
        return name.Split('(')[0].Split('.', ':')[^1].Split('`')[0];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
