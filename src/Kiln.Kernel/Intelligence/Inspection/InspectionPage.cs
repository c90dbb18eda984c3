using System.Net;
using System.Text;
using System.Xml.Linq;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Writes what is known of a thing as text of 80 columns, as Markdown and as HTML.</summary>
internal static class InspectionPage
{
    private const int FewOverloads = 8;
    private const int ManyOverloads = 40;

    /// <summary>The page.</summary>
    /// <param name="inspection">What to tell.</param>
    /// <param name="detailed">Whether remarks, examples and source are wanted, too.</param>
    public static MimeBundle Of(Inspection inspection, bool detailed)
    {
        var plain = Plain(inspection, detailed);
        return MimeBundle.Of(Html(inspection, plain), plain).With("text/markdown", Markdown(inspection, detailed));
    }

    private static string Plain(Inspection inspection, bool detailed)
    {
        var documentation = inspection.Documentation;
        var text = new PlainPage();
        foreach (var line in Signatures(inspection, detailed)) text.Line(line, hanging: 6);
        if (inspection.Remark is { } remark) text.Line(remark);
        text.Paragraphs(DocumentationText.Of(documentation.Element("summary"), markdown: false));
        text.Gap();
        foreach (var (name, described) in Parameters(documentation, markdown: false)) text.Line($"{(name == inspection.Parameter ? "→ " : "  ")}{name}: {described}", hanging: 6);
        foreach (var (title, said) in Outcomes(documentation, markdown: false)) text.Line($"{title}: {said}", hanging: 2);
        if (!detailed) return text.ToString();
        foreach (var (title, element) in Details(documentation)) text.Titled(title, DocumentationText.Of(element, markdown: false));
        if (inspection.Source is { } source) text.Titled("Source:", "    " + source.Replace("\n", "\n    ", StringComparison.Ordinal));
        return text.ToString();
    }

    private static string Markdown(Inspection inspection, bool detailed)
    {
        var documentation = inspection.Documentation;
        var text = new StringBuilder("```csharp\n").AppendJoin('\n', Signatures(inspection, detailed)).Append("\n```\n");
        if (inspection.Remark is { } remark) text.Append('\n').Append(remark).Append('\n');
        if (DocumentationText.Of(documentation.Element("summary"), markdown: true) is { Length: > 0 } summary) text.Append('\n').Append(summary).Append('\n');
        text.Append('\n');
        foreach (var (name, described) in Parameters(documentation, markdown: true)) text.Append(name == inspection.Parameter ? $"- **{name}**: {described}\n" : $"- {name}: {described}\n");
        foreach (var (title, said) in Outcomes(documentation, markdown: true)) text.Append($"\n*{title}*: {said}\n");
        if (!detailed) return text.ToString().Trim();
        foreach (var (title, element) in Details(documentation)) text.Append($"\n*{title}*\n\n{DocumentationText.Of(element, markdown: true)}\n");
        if (inspection.Source is { } source) text.Append($"\n```csharp\n{source}\n```\n");
        return text.ToString().Trim();
    }

    // The plain page, which is laid out already, with what the cursor is at in bold.
    private static string Html(Inspection inspection, string plain)
    {
        var lines = plain.Split('\n').Select(line => line.StartsWith("→ ", StringComparison.Ordinal) && (inspection.Parameter is not null || inspection.Signatures.Count > 1)
            ? $"<b>{WebUtility.HtmlEncode(line)}</b>"
            : WebUtility.HtmlEncode(line));
        return $"<pre style=\"white-space: pre-wrap\">{string.Join('\n', lines)}</pre>";
    }

    private static IEnumerable<string> Signatures(Inspection inspection, bool detailed)
    {
        var signatures = inspection.Signatures;
        if (signatures.Count == 1) return signatures;
        var most = detailed ? ManyOverloads : FewOverloads;
        var marked = signatures.Select((signature, i) => (i == inspection.Chosen ? "→ " : inspection.Chosen >= 0 ? "  " : "") + signature).ToList();
        // The overload that is meant comes first, so that it is shown however many there are.
        if (inspection.Chosen > 0) (marked[0], marked[inspection.Chosen]) = (marked[inspection.Chosen], marked[0]);
        return marked.Count <= most ? marked : [.. marked.Take(most), $"  … and {marked.Count - most} more overloads"];
    }

    private static IEnumerable<(string Name, string Text)> Parameters(XElement documentation, bool markdown) =>
        documentation.Elements("typeparam").Concat(documentation.Elements("param"))
            .Select(element => (element.Attribute("name")?.Value ?? "", DocumentationText.Line(element, markdown)))
            .Where(parameter => parameter.Item2.Length > 0);

    private static IEnumerable<(string Title, string Text)> Outcomes(XElement documentation, bool markdown)
    {
        if (DocumentationText.Line(documentation.Element("returns"), markdown) is { Length: > 0 } returns) yield return ("Returns", returns);
        foreach (var exception in documentation.Elements("exception"))
            yield return ($"Throws {DocumentationText.Name(exception.Attribute("cref")?.Value ?? "")}", DocumentationText.Line(exception, markdown));
    }

    private static IEnumerable<(string Title, XElement Element)> Details(XElement documentation) =>
        documentation.Elements("remarks").Select(element => ("Remarks", element)).Concat(documentation.Elements("example").Select(element => ("Example", element)));
}
