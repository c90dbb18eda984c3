using System.Runtime.CompilerServices;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Kiln's own values (runs, charts, tensors), which bring their looks with them.</summary>
internal static class KilnValues
{
    private static readonly ConditionalWeakTable<Type, StrongBox<bool>> Known = [];

    /// <summary>Whether the type is one of them.</summary>
    public static bool Know(Type type) => Known.GetValue(type, static type => new StrongBox<bool>(BundleFormatters.All.Any(own => own.Type.IsAssignableFrom(type)))).Value;

    /// <summary>The view of one; null for any other value.</summary>
    public static View? View(object value)
    {
        if (!Know(value.GetType()) || !BundleFormatters.TryFormat(value, out var bundle)) return null;
        var plain = bundle.Data.GetValueOrDefault(MimeBundle.Plain, "");
        return new MarkupView(bundle.Data.GetValueOrDefault(MimeBundle.Html) ?? HtmlView.Preformatted(plain), plain) { Folds = true };
    }
}
