using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Torch.Generator.Members;

/// <summary>The XML documentation of a member.</summary>
internal static partial class Documentation
{
    private static readonly HashSet<string> OwnEntries = ["returns", "note", "page", "priority", "self"];

    /// <summary>Writes the comment.</summary>
    /// <exception cref="FormatException">A parameter is not described, or a description has no parameter.</exception>
    public static void Write(StringBuilder text, Member member, string indent)
    {
        CheckEntries(member);
        var row = member.Row.Text;
        Line(text, indent, "summary", Xml(row.Summary, member) + (member.InPlace ? " The result takes the place of the elements." : ""));
        foreach (var parameter in member.Parameters)
            text.Append($"{indent}/// <param name=\"{parameter.Name}\">{Xml(Describe(parameter, member), member)}</param>\n");
        if (member.Row.Signature.Result != "void") Line(text, indent, "returns", Xml(Returns(member), member));
        foreach (var (type, when) in row.Throws) text.Append($"{indent}/// <exception cref=\"{type}\">{Xml(when, member)}</exception>\n");
        if (row.Entries.TryGetValue("note", out var note)) Line(text, indent, "remarks", Xml(note, member));
        text.Append($"{indent}/// <seealso href=\"{Source(member)}\"/>\n");
    }

    private static void Line(StringBuilder text, string indent, string tag, string content) => text.Append($"{indent}/// <{tag}>{content}</{tag}>\n");

    private static string Returns(Member member)
    {
        if (member.InPlace) return "The same tensor (*).";
        if (member.Row.Text.Entries.TryGetValue("returns", out var own)) return own;
        return member.Row.Signature.Name.EndsWith('_') ? "The same tensor (*)." : member.Row.Context.Returns;
    }

    private static string Source(Member member)
    {
        var source = member.Row.Text.Entries.GetValueOrDefault("page", member.Row.Context.Source)
            .Replace("*", member.Row.Signature.Name.TrimEnd('_'), StringComparison.Ordinal);
        return source.StartsWith("http", StringComparison.Ordinal) ? source : $"https://docs.pytorch.org/docs/1.13/generated/{source}.html";
    }

    private static string Describe(Parameter parameter, Member member)
    {
        var original = member.Names.FirstOrDefault(pair => pair.Value == parameter.Name).Key;
        string[] names = parameter.Name == member.Self ? [parameter.Name, "self"] : original is null ? [parameter.Name] : [parameter.Name, original];
        foreach (var texts in new[] { member.Row.Text.Entries, member.Row.Context.Parameters })
            foreach (var name in names)
                if (texts.TryGetValue(name, out var description)) return description;
        throw new FormatException($"The parameter '{parameter.Name}' is not described. Add '{parameter.Name}: …' below the row, or '@param {parameter.Name} …' above it.");
    }

    /// <summary>A description is for a parameter of one of the overloads that share the text.</summary>
    private static void CheckEntries(Member member)
    {
        if (member.Row.Text.Entries.TryGetValue("priority", out var priority) && !int.TryParse(priority, out _))
            throw new FormatException($"The priority is '{priority}', not a number. It becomes an OverloadResolutionPriority.");
        foreach (var entry in member.Row.Text.Entries.Keys)
            if (!OwnEntries.Contains(entry) && !member.Row.Known.Contains(entry))
                throw new FormatException($"There is no parameter '{entry}'. Parameters here: {string.Join(", ", member.Row.Known)}.");
    }

    /// <summary>Text as XML: `code` between back quotes, the tensor and the first of the other parameters ($1) under their names.</summary>
    private static string Xml(string text, Member member)
    {
        var escaped = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        var other = member.Parameters.Skip(member.IsStatic ? 1 : 0).FirstOrDefault()?.Name;
        var code = CodePattern().Replace(escaped.Replace("$1", other, StringComparison.Ordinal), part => $"<c>{Named(part.Groups[1].Value, member, "this")}</c>");
        return Named(code, member, "this tensor");
    }

    private static string Named(string text, Member member, string method) =>
        SelfPattern().Replace(text, member.Self switch { null => member.Parameters.FirstOrDefault()?.Name ?? "self", "this" => method, var name => name });

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\bself\b")]
    private static partial Regex SelfPattern();
}
