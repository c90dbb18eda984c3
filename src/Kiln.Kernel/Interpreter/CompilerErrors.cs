using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>The compiler's errors as text: place, message, the user's line and a caret below it.</summary>
internal static class CompilerErrors
{
    private const int Most = 10;

    public static string Headline(Diagnostic error)
    {
        var span = error.Location.GetMappedLineSpan();
        var (line, column) = (span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{span.Path}({line},{column}): error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The user's line with a caret below the place, and what to do where we know; nothing where there is no source.</summary>
    public static IEnumerable<string> Excerpt(Diagnostic error)
    {
        if (error.Location.SourceTree?.GetText() is not { } text) yield break;
        var span = error.Location.SourceSpan;
        var line = text.Lines.GetLineFromPosition(Math.Min(span.Start, text.Length));
        var indent = new string([.. line.ToString().Take(span.Start - line.Start).Select(c => c == '\t' ? '\t' : ' ')]);
        var width = Math.Clamp(Math.Min(span.End, line.End) - span.Start, 1, 200);
        yield return "    " + line;
        yield return "    " + indent + "^" + new string('~', width - 1);
        if (Remedies.For(error) is { } remedy) yield return remedy;
    }

    public static string Plain(ImmutableArray<Diagnostic> errors) =>
        string.Join('\n', First(errors).SelectMany(error => Excerpt(error).Prepend(Headline(error))));

    /// <summary>The errors worth showing, in the order of the source. Where we know what to do about one, the others follow from it.</summary>
    public static IEnumerable<Diagnostic> First(ImmutableArray<Diagnostic> errors)
    {
        var known = errors.Where(error => Remedies.For(error) is not null).DistinctBy(Remedies.For).ToList();
        return (known.Count > 0 ? known : errors.AsEnumerable()).OrderBy(error => error.Location.SourceSpan.Start).Take(Most);
    }
}
