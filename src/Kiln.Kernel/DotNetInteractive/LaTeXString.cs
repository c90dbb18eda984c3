using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Text in LaTeX: <c>(LaTeXString)@"\begin{align} … \end{align}"</c>.</summary>
/// <param name="latex">The text.</param>
[TypeFormatterSource(typeof(LaTeXFormatters), PreferredMimeTypes = [LaTeXFormatters.MimeType])]
public sealed class LaTeXString(string latex)
{
    /// <summary>A text as LaTeX.</summary>
    public static implicit operator LaTeXString(string latex) => new(latex);

    /// <summary>The text.</summary>
    public override string ToString() => latex;
}
