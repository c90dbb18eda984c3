using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Shows <see cref="LaTeXString"/> and <see cref="MathString"/> as what front ends typeset.</summary>
internal sealed class LaTeXFormatters : ITypeFormatterSource
{
    /// <summary>Jupyter's mime type of LaTeX.</summary>
    public const string MimeType = "text/latex";

    public IEnumerable<ITypeFormatter> CreateTypeFormatters() => [new AsText(typeof(LaTeXString)), new AsText(typeof(MathString))];

    private sealed class AsText(Type type) : ITypeFormatter
    {
        public string MimeType => LaTeXFormatters.MimeType;

        public Type Type => type;

        public bool Format(object instance, FormatContext context)
        {
            context.Writer.Write(instance.ToString());
            return true;
        }
    }
}
