using System.Net;
using System.Text.RegularExpressions;

namespace Kiln.Notebooks;

/// <summary>
/// The few pieces of HTML that outputs are made of. Colours are inherited and lines are half-transparent grey,
/// so that all of it reads on a white and on a dark page.
/// </summary>
public static partial class Markup
{
    /// <summary>The colour of lines between things.</summary>
    public const string Line = "rgba(128,128,128,.35)";

    /// <summary>The colour of what is less important.</summary>
    public const string Quiet = "opacity:.7";

    /// <summary>Text that we did not write, safe between tags and in quoted attributes.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>The same of a sentence that may name options: a browser would break <c>--early-stop</c> behind its first hyphens.</summary>
    public static string Sentence(string text) => Option().Replace(Text(text), "<span style=\"white-space:nowrap\">$0</span>");

    /// <summary>Text in a fixed-width font, with its line breaks.</summary>
    public static string Preformatted(string text) =>
        $"<pre style=\"line-height:1.4;white-space:pre-wrap;background:none;color:inherit;border:0;padding:0\">{Text(text)}</pre>";

    [GeneratedRegex(@"(?<=^|[\s(])--[a-z][a-z0-9-]*")]
    private static partial Regex Option();
}
