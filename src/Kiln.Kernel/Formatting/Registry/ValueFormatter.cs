using Kiln.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>How any value is shown in one form, as the registry asks for it.</summary>
internal sealed class ValueFormatter(string mimeType) : ITypeFormatter
{
    public string MimeType => mimeType;

    public Type Type => typeof(object);

    public bool Format(object instance, FormatContext context)
    {
        var view = new ViewBuilder(TimeProvider.System).OfUnregistered(instance);
        if (mimeType == MimeBundle.Html) HtmlView.Write(view, context.Writer);
        else context.Writer.Write(PlainView.Of(view));
        return true;
    }
}
