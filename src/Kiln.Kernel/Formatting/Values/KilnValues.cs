using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Kiln's own values (runs, charts, tensors, pictures), which bring their looks with them.</summary>
internal static class KilnValues
{
    private static readonly ConditionalWeakTable<Type, StrongBox<bool>> Known = [];

    /// <summary>Whether the type is one of them.</summary>
    public static bool Know(Type type) => Known.GetValue(type, static type => new StrongBox<bool>(IsOwn(type))).Value;

    /// <summary>The bundle of one.</summary>
    public static bool TryBundle(object value, [NotNullWhen(true)] out MimeBundle? bundle)
    {
        bundle = value is Picture picture ? PictureBundle.Of(picture) : null;
        return bundle is not null || (Know(value.GetType()) && BundleFormatters.TryFormat(value, out bundle));
    }

    /// <summary>The view of one; null for any other value.</summary>
    public static View? View(object value)
    {
        if (value is Picture picture) return new MarkupView(PictureBundle.Html(picture), PictureBundle.Of(picture).Data[MimeBundle.Plain]);
        if (!TryBundle(value, out var bundle)) return null;
        var plain = bundle.Data.GetValueOrDefault(MimeBundle.Plain, "");
        return new MarkupView(bundle.Data.GetValueOrDefault(MimeBundle.Html) ?? HtmlView.Preformatted(plain), plain) { Folds = true };
    }

    private static bool IsOwn(Type type) => type == typeof(Picture) || (!type.IsPrimitive && BundleFormatters.All.Any(own => own.Type.IsAssignableFrom(type)));
}
