using System.Text.RegularExpressions;

namespace Kiln.Torch.Tests.Hostile;

/// <summary>One argument of an operator: its type without the question mark, and what may be left out.</summary>
internal sealed record SchemaArgument(string Name, string Type, bool IsOptional, bool HasDefault, int FixedLength)
{
    public bool IsList => Type.EndsWith("[]", StringComparison.Ordinal);
}

/// <summary>One line of operators.txt.</summary>
internal sealed partial record OperatorSchema(string Name, string Overload, IReadOnlyList<SchemaArgument> Arguments, int Results)
{
    public string FullName => Overload.Length == 0 ? Name : $"{Name}.{Overload}";

    public static IReadOnlyList<OperatorSchema> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "operators.txt")).Where(line => line.StartsWith("aten::", StringComparison.Ordinal)).Select(Parse)];

    private static OperatorSchema Parse(string line)
    {
        var match = Line().Match(line);
        return new OperatorSchema(match.Groups["name"].Value, match.Groups["overload"].Value, [.. Split(match.Groups["arguments"].Value).Where(text => text != "*").Select(Argument)], ResultsOf(match.Groups["results"].Value));
    }

    private static SchemaArgument Argument(string text)
    {
        var match = Piece().Match(text);
        return new SchemaArgument(match.Groups["name"].Value, Bare(match.Groups["type"].Value + (match.Groups["list"].Success ? "[]" : "")),
            match.Groups["optional"].Success, match.Groups["default"].Success, match.Groups["length"].Success ? int.Parse(match.Groups["length"].Value, null) : 0);
    }

    // In-place operators are called for no result, as the library does.
    private static int ResultsOf(string results) => results.Contains('!', StringComparison.Ordinal) || results == "()" ? 0
        : results.StartsWith('(') ? Split(results[1..^1]).Count() : 1;

    private static string Bare(string type) => type.Replace("SymInt", "int", StringComparison.Ordinal);

    // Defaults such as [0, 1] hold commas too.
    private static IEnumerable<string> Split(string arguments)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is '[' or '(') depth++;
            if (arguments[i] is ']' or ')') depth--;
            if (arguments[i] != ',' || depth > 0) continue;
            yield return arguments[start..i].Trim();
            start = i + 1;
        }
        if (start < arguments.Length) yield return arguments[start..].Trim();
    }

    [GeneratedRegex(@"^(?<name>aten::\w+)(\.(?<overload>\w+))?\((?<arguments>.*)\) -> (?<results>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?<type>[A-Za-z]+)(\([^)]*\))?(?<inner>\?)?(?<list>\[(?<length>\d+)?\])?(?<optional>\?)? (?<name>\w+)(=(?<default>.*))?$")]
    private static partial Regex Piece();
}
