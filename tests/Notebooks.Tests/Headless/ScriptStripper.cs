using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>Does to HTML what JupyterLab does to that of an untrusted notebook: no scripts, no inline SVG.</summary>
internal static partial class ScriptStripper
{
    /// <summary>The HTML without them.</summary>
    public static string Strip(string html) => InlineSvg().Replace(Scripts().Replace(html, ""), "");

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Scripts();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex InlineSvg();
}
