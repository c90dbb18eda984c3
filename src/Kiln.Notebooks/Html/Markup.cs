using System.Net;

namespace Kiln.Notebooks;

/// <summary>
/// The few pieces of HTML that outputs are made of. Colours are inherited and lines are half-transparent grey,
/// so that all of it reads on a white and on a dark page.
/// </summary>
public static class Markup
{
    /// <summary>The colour of lines between things.</summary>
    public const string Line = "rgba(128,128,128,.35)";

    /// <summary>The colour of what is less important.</summary>
    public const string Quiet = "opacity:.7";

    /// <summary>Text that we did not write, safe between tags and in quoted attributes.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>Text in a fixed-width font, with its line breaks.</summary>
    public static string Preformatted(string text) =>
        $"<pre style=\"line-height:1.4;white-space:pre-wrap;background:none;color:inherit;border:0;padding:0\">{Text(text)}</pre>";
}
