using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Kernel;

/// <summary>The compiler's errors as text: place, message, the user's line and a caret below it.</summary>
internal static class CompilerErrors
{
    private const int Most = 10;
    private const int LongestLine = 200;

    public static string Headline(Diagnostic error)
    {
        var span = error.Location.GetMappedLineSpan();
        var (line, column) = (span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{span.Path}({line},{column}): error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The user's line, or of a long one the part around the place, a caret below it, and what to do where we know; nothing where there is no source.</summary>
    public static IEnumerable<string> Excerpt(Diagnostic error)
    {
        if (error.Location.SourceTree?.GetText() is not { } text) yield break;
        var span = error.Location.SourceSpan;
        var line = text.Lines.GetLineFromPosition(Math.Min(span.Start, text.Length));
        var start = span.Start - line.Start <= LongestLine / 2 ? line.Start : span.Start - (LongestLine / 2);
        var end = Math.Min(line.End, start + LongestLine);
        var (before, after) = (start > line.Start ? "…" : "", end < line.End ? "…" : "");
        var indent = before + text.ToString(TextSpan.FromBounds(start, Math.Max(start, Math.Min(span.Start, end))));
        var width = Math.Clamp(Math.Min(span.End, end) - span.Start, 1, LongestLine);
        yield return $"    {before}{text.ToString(TextSpan.FromBounds(start, end))}{after}";
        yield return $"    {Indent(indent)}^{new string('~', width - 1)}";
        if (Remedies.For(error) is { } remedy) yield return remedy;
    }

    public static string Plain(ImmutableArray<Diagnostic> errors) =>
        string.Join('\n', First(errors).SelectMany(error => Excerpt(error).Prepend(Headline(error))));

    /// <summary>The errors worth showing, in the order of the source.</summary>
    /// <remarks>
    /// Where we know what to do about one, the others follow from it. So do those in code that a magic has put around the user's, which
    /// is hidden from the debugger.
    /// </remarks>
    public static IEnumerable<Diagnostic> First(ImmutableArray<Diagnostic> errors)
    {
        var typed = errors.Where(error => !IsGenerated(error)).ToList();
        if (typed.Count == 0) typed = [.. errors];
        var known = typed.Where(error => Remedies.For(error) is not null).DistinctBy(Remedies.For).ToList();
        return (known.Count > 0 ? known : typed).OrderBy(error => error.Location.SourceSpan.Start).Take(Most);
    }

    private static bool IsGenerated(Diagnostic error) =>
        error.Location.SourceTree is { } tree && tree.GetLineVisibility(error.Location.SourceSpan.Start) == LineVisibility.Hidden;

    // As wide as the text above it, in which some characters take two columns and some none.
    private static string Indent(string before) => string.Join('\t', before.Split('\t').Select(part => new string(' ', DisplayWidth.Of(part))));
}
