using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>Exceptions as values: what and why first, where on demand.</summary>
internal static partial class Exceptions
{
    private const int MostFrames = 30;

    /// <summary>The view of an exception and of what caused it.</summary>
    public static View View(Exception exception)
    {
        var html = new StringBuilder();
        var plain = new StringBuilder();
        Append(html, plain, exception, "");
        return new MarkupView(html.ToString(), plain.ToString().TrimEnd('\n'))
        {
            Folds = true,
            Line = $"{exception.GetType().Name}: {exception.Message}",
        };
    }

    private static void Append(StringBuilder html, StringBuilder plain, Exception exception, string lead)
    {
        var name = TypeNames.Full(exception.GetType());
        html.Append($"<div style=\"white-space:pre-wrap\"><span style=\"{HtmlStyle.Quiet}\">{lead}</span><b>{WebUtility.HtmlEncode(name)}</b>: {WebUtility.HtmlEncode(exception.Message)}</div>");
        plain.Append(lead).Append(name).Append(": ").Append(exception.Message).Append('\n');
        AppendFrames(html, plain, [.. Frames(exception)]);
        foreach (var cause in Causes(exception)) Append(html, plain, cause, "caused by ");
    }

    private static void AppendFrames(StringBuilder html, StringBuilder plain, string[] frames)
    {
        if (frames.Length == 0) return;
        html.Append($"<details style=\"margin:0 0 0 1em\"><summary style=\"{HtmlStyle.Summary}\">thrown {WebUtility.HtmlEncode(frames[0])}</summary>");
        html.Append(HtmlView.Preformatted(string.Join('\n', frames))).Append("</details>");
        foreach (var frame in frames) plain.Append("   ").Append(frame).Append('\n');
    }

    private static IEnumerable<Exception> Causes(Exception exception) => exception switch
    {
        AggregateException many => many.InnerExceptions,
        { InnerException: { } cause } => [cause],
        _ => [],
    };

    // The kernel's own frames, above the cell's, say nothing about the user's mistake.
    private static IEnumerable<string> Frames(Exception exception)
    {
        var lines = (exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var last = Array.FindLastIndex(lines, line => line.Contains("Submission#", StringComparison.Ordinal));
        var shown = last < 0 ? lines : lines.Take(last + 1).Where(line => !OwnFrame().IsMatch(line));
        return shown.Take(MostFrames).Select(Readable);
    }

    private static string Readable(string line)
    {
        var typed = CellClass().Replace(line, "");
        var place = Place().Replace(typed, " in ${file} line ${line}");
        return place.Replace("<<Initialize>>d__0.MoveNext() in ", "", StringComparison.Ordinal).Replace(".MoveNext()", "()", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(at (Kiln\.Kernel|System\.Runtime\.CompilerServices|System\.Threading\.Tasks|System\.Runtime\.ExceptionServices)\.|---)")]
    private static partial Regex OwnFrame();

    [GeneratedRegex(@"Submission#\d+[.+]?")]
    private static partial Regex CellClass();

    [GeneratedRegex(@" in (?<file>[^:]+):line (?<line>\d+)$")]
    private static partial Regex Place();
}
