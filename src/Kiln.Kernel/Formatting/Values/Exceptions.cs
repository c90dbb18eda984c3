using System.Net;
using System.Text;

namespace Kiln.Kernel;

/// <summary>Exceptions as values: what and why first, where on demand.</summary>
internal static class Exceptions
{
    // Without the lines of the cells: a value may be shown long after them.
    private static readonly Traceback Way = new((_, _) => null);

    /// <summary>The view of an exception and of what caused it.</summary>
    public static View View(Exception exception)
    {
        var html = new StringBuilder();
        var plain = new StringBuilder();
        Append(html, plain, exception, "");
        return new MarkupView(html.ToString(), plain.ToString().TrimEnd('\n'))
        {
            Folds = true,
            Line = $"{exception.GetType().Name}: {ExceptionText.Message(exception)}",
        };
    }

    private static void Append(StringBuilder html, StringBuilder plain, Exception exception, string lead)
    {
        var (name, message) = (TypeNames.Full(exception.GetType()), ExceptionText.Message(exception));
        html.Append($"<div style=\"white-space:pre-wrap\"><span style=\"{HtmlStyle.Quiet}\">{lead}</span><b>{WebUtility.HtmlEncode(name)}</b>: {WebUtility.HtmlEncode(message)}</div>");
        plain.Append(lead).Append(name).Append(": ").Append(message).Append('\n');
        AppendFrames(html, plain, [.. Way.Lines(exception).Select(line => line.Trim())]);
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
}
