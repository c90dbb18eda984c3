using Kiln.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>Plain text of every type that has no plainer formatter of its own.</summary>
internal sealed class PlainFormatter : ITypeFormatter
{
    public string MimeType => MimeBundle.Plain;

    public Type Type => typeof(object);

    public bool Format(object instance, FormatContext context)
    {
        context.Writer.Write(PlainText.Of(instance));
        return true;
    }
}
