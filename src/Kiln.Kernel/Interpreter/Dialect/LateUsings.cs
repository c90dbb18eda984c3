using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>Using directives below the first statement: C# wants them above, people paste code where they like.</summary>
internal static partial class LateUsings
{
    private const string UsingAfterElements = "CS1529";

    /// <summary>Takes them out.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <returns>The directives, to be run as a cell before this one, and the code with blanks in their place.</returns>
    public static (string Usings, string Code) TakeOut(string code)
    {
        if (!LinePattern().IsMatch(code)) return ("", code);
        // The parser skips what stands in the wrong place, but says where.
        var late = CellSyntax.Parse(code).GetDiagnostics()
            .Where(error => error.Id == UsingAfterElements)
            .Select(error => error.Location.SourceSpan)
            .ToList();
        var rest = code.ToCharArray();
        foreach (var span in late)
            for (var i = span.Start; i < span.End; i++)
                if (rest[i] is not ('\n' or '\r')) rest[i] = ' ';
        return (string.Join('\n', late.Select(span => code.Substring(span.Start, span.Length))), new string(rest));
    }

    [GeneratedRegex(@"^[ \t]*using\s", RegexOptions.Multiline)]
    private static partial Regex LinePattern();
}
