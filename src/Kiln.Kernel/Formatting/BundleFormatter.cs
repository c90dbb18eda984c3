using Kiln.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>One form of Kiln's own bundles, for the registry.</summary>
internal sealed class BundleFormatter(Type type, string mimeType, Func<object, MimeBundle> format) : ITypeFormatter
{
    public string MimeType => mimeType;

    public Type Type => type;

    public bool Format(object instance, FormatContext context)
    {
        if (instance is null || !format(instance).Data.TryGetValue(mimeType, out var content)) return false;
        context.Writer.Write(content);
        return true;
    }
}
