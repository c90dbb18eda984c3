using Kiln.Notebooks;

namespace Kiln.Kernel.Tests;

/// <summary>A value as a notebook shows it.</summary>
internal static class Shown
{
    public static string Html(object? value) => ValueFormatters.Bundle(value).Data[MimeBundle.Html];

    public static string Text(object? value) => ValueFormatters.Bundle(value).Data[MimeBundle.Plain];

    /// <summary>The HTML without its styles: what it says and how it is nested.</summary>
    public static string Bare(object? value) => System.Text.RegularExpressions.Regex.Replace(Html(value), " style=\"[^\"]*\"", "");

    /// <summary>Lines of text, as a raw string in a test has them.</summary>
    public static string Lines(params string[] lines) => string.Join('\n', lines);
}
