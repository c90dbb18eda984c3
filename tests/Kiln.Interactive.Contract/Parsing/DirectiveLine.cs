using System.Text.Json;
using Microsoft.DotNet.Interactive.Directives;

namespace Microsoft.DotNet.Interactive.Parsing;

/// <summary>Reads a directive's line as the host does, to say what it refuses.</summary>
internal sealed class DirectiveLine(KernelActionDirective directive, string line)
{
    private readonly Dictionary<string, int> _occurrences = [];
    private int _at = directive.Name.Length;
    private bool _hasUnnamed;

    /// <summary>The first error, or null.</summary>
    public string? Error()
    {
        while (SkipBlanks())
        {
            var error = line[_at] == '-' && char.IsWhiteSpace(line[_at - 1]) ? Named() : Unnamed();
            if (error is not null) return error;
        }
        return Missing();
    }

    private string? Named()
    {
        var name = Word();
        if (directive.Find(name) is not { } parameter) return $"DNI103: Unrecognized parameter name '{name}'";
        _occurrences[name] = _occurrences.GetValueOrDefault(name) + 1;
        if (_occurrences[name] > parameter.MaxOccurrences)
            return $"DNI105: A maximum of {parameter.MaxOccurrences} occurrences are allowed for named parameter '{name}'";
        // Two dashes begin another name, never a value.
        return parameter.Flag || !SkipBlanks() || line.AsSpan(_at).StartsWith("--") ? null : Value();
    }

    private string? Unnamed()
    {
        _hasUnnamed = true;
        return Value();
    }

    private string? Value() => line[_at] switch
    {
        '"' => Check(Quoted()),
        '{' or '[' => Check(Bracketed()),
        _ => Word() is null ? "" : null,
    };

    private static string? Check(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return null;
        }
        catch (JsonException e)
        {
            // A quoted path with backslashes is no JSON either, and is let through.
            return json.AsSpan().IndexOfAny("{}[]") >= 0 ? $"DNI106: Invalid JSON: {e.Message}" : null;
        }
    }

    private string? Missing() => directive.Parameters
        .Where(parameter => parameter.Required && !_occurrences.ContainsKey(parameter.Name) && !(parameter.AllowImplicitName && _hasUnnamed))
        .Select(parameter => $"DNI104: Missing required parameter '{parameter.Name}'").FirstOrDefault();

    private bool SkipBlanks()
    {
        while (_at < line.Length && char.IsWhiteSpace(line[_at])) _at++;
        return _at < line.Length;
    }

    private string Word()
    {
        var start = _at;
        while (_at < line.Length && !char.IsWhiteSpace(line[_at])) _at++;
        return line[start.._at];
    }

    private string Quoted()
    {
        var start = _at++;
        while (_at < line.Length && (line[_at] != '"' || line[_at - 1] == '\\')) _at++;
        _at = Math.Min(_at + 1, line.Length);
        return line[start.._at];
    }

    private string Bracketed()
    {
        var (start, depth) = (_at, 0);
        do depth += line[_at++] switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
        while (_at < line.Length && depth > 0);
        return line[start.._at];
    }
}
