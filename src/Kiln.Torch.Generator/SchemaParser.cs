using System.Text.RegularExpressions;

namespace Kiln.Torch.Generator;

/// <summary>Reads ATen's schema language, as far as operators.txt uses it.</summary>
internal static partial class SchemaParser
{
    /// <summary>Parses one line such as <c>aten::add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)</c>.</summary>
    public static OperatorSchema Parse(string line)
    {
        var match = SchemaPattern().Match(line);
        if (!match.Success) throw new FormatException($"operators.txt: cannot read the schema '{line}'.");
        var arguments = match.Groups["arguments"].Value;
        var results = match.Groups["results"].Value;
        return new OperatorSchema(
            line,
            match.Groups["name"].Value,
            match.Groups["overload"].Value,
            [.. SplitAtTopLevel(arguments).Where(part => part != "*").Select(ParseValue)],
            [.. SplitAtTopLevel(Unwrap(results)).Select(ParseValue)],
            arguments.StartsWith("Tensor(a!) self", StringComparison.Ordinal) && results == "Tensor(a!)");
    }

    private static string Unwrap(string results) =>
        results.StartsWith('(') && results.EndsWith(')') ? results[1..^1] : results;

    private static SchemaValue ParseValue(string text)
    {
        var match = ValuePattern().Match(AliasMarks().Replace(text, ""));
        if (!match.Success) throw new FormatException($"operators.txt: cannot read the value '{text}'.");
        var type = match.Groups["type"].Value.Replace("SymInt", "int", StringComparison.Ordinal);
        var isList = match.Groups["list"].Success;
        var elementOptional = match.Groups["inner"].Success;
        return new SchemaValue(
            type + (isList && elementOptional ? "?[]" : isList ? "[]" : ""),
            match.Groups["outer"].Success || (!isList && elementOptional),
            match.Groups["name"].Value,
            match.Groups["default"].Success ? match.Groups["default"].Value : null);
    }

    private static IEnumerable<string> SplitAtTopLevel(string text)
    {
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[') depth++;
            if (text[i] is ')' or ']') depth--;
            if (text[i] != ',' || depth > 0) continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }
        if (start < text.Length) yield return text[start..].Trim();
    }

    [GeneratedRegex(@"^aten::(?<name>\w+)(\.(?<overload>\w+))?\((?<arguments>.*)\) -> (?<results>.*)$")]
    private static partial Regex SchemaPattern();

    [GeneratedRegex(@"^(?<type>\w+)(?<inner>\?)?(?<list>\[\d*\](?<outer>\?)?)?( (?<name>\w+)(=(?<default>.*))?)?$")]
    private static partial Regex ValuePattern();

    [GeneratedRegex(@"\([a-z]!?( -> \*)?\)")]
    private static partial Regex AliasMarks();
}
