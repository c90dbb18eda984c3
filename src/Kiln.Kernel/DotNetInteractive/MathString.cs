using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>A formula in LaTeX's mathematical notation: <c>(MathString)@"\frac{1}{2}"</c>.</summary>
/// <param name="formula">The formula, without dollar signs.</param>
[TypeFormatterSource(typeof(LaTeXFormatters), PreferredMimeTypes = [LaTeXFormatters.MimeType])]
public sealed class MathString(string formula)
{
    /// <summary>The formula of a text.</summary>
    public static implicit operator MathString(string formula) => new(formula);

    /// <summary>The formula between dollar signs.</summary>
    public override string ToString() => $"$${formula}$$";
}
