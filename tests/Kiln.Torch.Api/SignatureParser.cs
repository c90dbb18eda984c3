using System.Text.RegularExpressions;

namespace Kiln.Torch.Api;

/// <summary>Reads one line of the list: a signature, a property, a value.</summary>
internal static partial class SignatureParser
{
    public static ApiMember Parse(ApiType type, string line)
    {
        // The list was made with the word "override" taken out, also out of this name.
        line = line.Replace("divisor_= null", "divisor_override = null", StringComparison.Ordinal);
        var words = Modifiers().Match(line);
        var member = new ApiMember
        {
            Type = type,
            Signature = line,
            Kind = words.Value.Contains("const ", StringComparison.Ordinal) ? ApiMemberKind.Constant : ApiMemberKind.Value,
            Name = "",
            IsStatic = words.Value.Contains("static ", StringComparison.Ordinal) || words.Value.Contains("const ", StringComparison.Ordinal),
            IsAbstract = words.Value.Contains("abstract ", StringComparison.Ordinal),
        };
        return WithDeclaration(member, line[words.Length..]);
    }

    private static ApiMember WithDeclaration(ApiMember member, string text)
    {
        if (text.EndsWith('}'))
        {
            var accessors = text.LastIndexOf('{');
            return Property(member with { HasSetter = text[accessors..].Contains("; set;", StringComparison.Ordinal) }, text[..accessors].Trim());
        }

        if (text.EndsWith(')')) return Callable(member, text);
        var (type, name) = LastWord(text);
        return member with { Name = name, ReturnType = type };
    }

    private static ApiMember Property(ApiMember member, string text)
    {
        if (text.EndsWith(']') && text.IndexOf(" this[", StringComparison.Ordinal) is >= 0 and var at)
            return member with { Kind = ApiMemberKind.Indexer, Name = "this[]", ReturnType = text[..at], Parameters = Parameters(text[(at + 6)..^1]) };
        var (type, name) = LastWord(text);
        return member with { Kind = ApiMemberKind.Property, Name = name, ReturnType = type };
    }

    private static ApiMember Callable(ApiMember member, string text)
    {
        var open = MatchingOpen(text);
        var head = text[..open];
        member = member with { Parameters = Parameters(text[(open + 1)..^1]) };
        if (head.IndexOf("operator ", StringComparison.Ordinal) is >= 0 and var at)
            return Operator(member, head, at);
        if (head == member.Type.SimpleName)
            return member with { Kind = ApiMemberKind.Constructor, Name = head };
        var generic = head.EndsWith('>') ? head.LastIndexOf('<') : head.Length;
        var (type, name) = LastWord(head[..generic]);
        return member with
        {
            Kind = ApiMemberKind.Method,
            Name = name,
            ReturnType = type,
            TypeParameters = generic < head.Length ? [.. head[(generic + 1)..^1].Split(", ")] : [],
        };
    }

    private static ApiMember Operator(ApiMember member, string head, int at)
    {
        var before = head[..at].Trim();
        var isConversion = before is "implicit" or "explicit";
        return member with
        {
            Kind = ApiMemberKind.Operator,
            Name = isConversion ? before + " operator" : (member.Parameters.Count == 1 ? "unary " : "") + head[at..].Trim(),
            ReturnType = isConversion ? head[(at + "operator ".Length)..].Trim() : before,
        };
    }

    private static IReadOnlyList<ApiParameter> Parameters(string text) =>
        text.Length == 0 ? [] : [.. Split(text).Select(Parameter)];

    private static ApiParameter Parameter(string text)
    {
        var equals = text.IndexOf(" = ", StringComparison.Ordinal);
        var defaultValue = equals < 0 ? null : text[(equals + 3)..].Trim();
        var declaration = equals < 0 ? text : text[..equals];
        var modifier = ParameterModifier().Match(declaration).Value;
        var (type, name) = LastWord(declaration[modifier.Length..]);
        return new ApiParameter(modifier.Trim(), type, name, defaultValue);
    }

    /// <summary>Cuts at the commas, or at another sign, that stand outside every bracket.</summary>
    internal static IEnumerable<string> Split(string text, char sign = ',')
    {
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if ("<([".Contains(text[i], StringComparison.Ordinal)) depth++;
            if (">)]".Contains(text[i], StringComparison.Ordinal)) depth--;
            if (text[i] != sign || depth > 0) continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }

        yield return text[start..].Trim();
    }

    private static int MatchingOpen(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] == ')') depth++;
            if (text[i] == '(' && --depth == 0) return i;
        }

        throw new FormatException($"No parameter list in '{text}'.");
    }

    private static (string Before, string Word) LastWord(string text)
    {
        var space = text.LastIndexOf(' ');
        return space < 0 ? throw new FormatException($"No type before the name in '{text}'.") : (text[..space].Trim(), text[(space + 1)..]);
    }

    [GeneratedRegex("^((static|abstract|const|readonly|virtual) )*")]
    private static partial Regex Modifiers();

    [GeneratedRegex("^(this |ref |out |params )?")]
    private static partial Regex ParameterModifier();
}
