using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary>A value of the command line as C# of the parameter's type.</summary>
internal static class ParameterValue
{
    private static readonly Dictionary<string, (string Expected, string Example, Func<string, string?> Literal)> Types = new(StringComparer.Ordinal)
    {
        ["int"] = ("a whole number (int)", "10", text => int.TryParse(text, CultureInfo.InvariantCulture, out var value) ? Text(value) : null),
        ["long"] = ("a whole number (long)", "10", text => long.TryParse(text, CultureInfo.InvariantCulture, out var value) ? $"{Text(value)}L" : null),
        ["double"] = ("a number (double)", "0.5", text => double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? Real(value, Text(value), "d", "double") : null),
        ["float"] = ("a number (float)", "0.5", text => float.TryParse(text, CultureInfo.InvariantCulture, out var value) ? Real(value, Text(value), "f", "float") : null),
        ["decimal"] = ("a number (decimal)", "0.5", text => decimal.TryParse(text, CultureInfo.InvariantCulture, out var value) ? $"{Text(value)}m" : null),
        ["bool"] = ("true or false (bool)", "true", text => bool.TryParse(text, out var value) ? (value ? "true" : "false") : null),
        ["string"] = ("a text (string)", "text", text => SymbolDisplay.FormatLiteral(text, quote: true)),
    };

    /// <summary>The C# name of a literal's type; empty for a type that the command line does not know.</summary>
    public static string TypeOf(object? literal) => literal switch
    {
        int => "int",
        long => "long",
        double => "double",
        float => "float",
        decimal => "decimal",
        bool => "bool",
        string => "string",
        _ => "",
    };

    /// <summary>The value as C#.</summary>
    /// <exception cref="ToolException">The value does not fit.</exception>
    public static string Literal(NotebookParameter parameter, string value)
    {
        var type = parameter.Type.TrimEnd('?');
        if (type is "String" or "Int32" or "Double" or "Boolean") type = type switch { "String" => "string", "Int32" => "int", "Double" => "double", _ => "bool" };
        if (parameter.Type.EndsWith('?') && value == "null") return "null";
        if (Types.TryGetValue(type, out var known))
            return known.Literal(value) ?? throw Refuse(parameter, known.Expected, value, known.Example);
        // Any other type: the value is C#, such as TimeSpan.FromHours(1).
        var expression = SyntaxFactory.ParseExpression(value);
        return expression.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? throw Refuse(parameter, "an expression of C#", value, parameter.Default)
            : value;
    }

    private static ToolException Refuse(NotebookParameter parameter, string expected, string got, string example) =>
        new($"--parameter {parameter.Name}: expected {expected}, got '{got}'. For example: --parameter {parameter.Name}={example}");

    private static string Real(double value, string text, string suffix, string type) =>
        double.IsNaN(value) ? $"{type}.NaN" : double.IsInfinity(value) ? $"{type}.{(value > 0 ? "Positive" : "Negative")}Infinity" : text + suffix;

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
