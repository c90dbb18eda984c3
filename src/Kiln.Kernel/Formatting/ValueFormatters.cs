using System.Collections.Immutable;
using Kiln.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>Any value as a bundle, through the registry that users of .NET Interactive know.</summary>
/// <remarks>
/// What the user registers wins over ours. Ours are Kiln's own bundles, and plain text for everything: the registry's
/// default shows an int as a div and leaks type internals as text.
/// </remarks>
internal static class ValueFormatters
{
    private static readonly Lock Once = new();
    private static bool _registered;

    /// <summary>Puts our formatters into the process-wide registry, once.</summary>
    public static void Register()
    {
        lock (Once)
        {
            if (_registered) return;
            _registered = true;
            Formatter.Register(new PlainFormatter());
            foreach (var (type, format) in BundleFormatters.All)
                foreach (var mimeType in new[] { MimeBundle.Html, MimeBundle.Plain }) Formatter.Register(new BundleFormatter(type, mimeType, format));
        }
    }

    /// <summary>The forms in which a value is shown.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeTypes">The forms to make; empty for the preferred ones.</param>
    public static MimeBundle Bundle(object? value, params IReadOnlyList<string> mimeTypes)
    {
        Register();
        if (value is MimeBundle bundle) return bundle;
        if (mimeTypes.Count > 0) return Formatted(value, mimeTypes);
        if (value is not null && IsOurs(value.GetType()) && BundleFormatters.TryFormat(value, out var own)) return own;
        return Formatted(value, Preferred(value).Append(MimeBundle.Plain).Distinct());
    }

    private static MimeBundle Formatted(object? value, IEnumerable<string> mimeTypes)
    {
        var bundle = new MimeBundle(ImmutableSortedDictionary<string, string>.Empty);
        foreach (var mimeType in mimeTypes) bundle = bundle.With(mimeType, Content(value, mimeType));
        return bundle;
    }

    private static string Content(object? value, string mimeType) =>
        value is null && mimeType == MimeBundle.Plain ? PlainText.Null : value.ToDisplayString(mimeType);

    private static bool IsOurs(Type type) =>
        Preferred(type).Append(MimeBundle.Plain).All(mimeType => Formatter.GetPreferredFormatterFor(type, mimeType) is BundleFormatter);

    private static IEnumerable<string> Preferred(object? value) => value is null || PlainText.IsScalar(value) ? [] : Preferred(value.GetType());

    private static IEnumerable<string> Preferred(Type type) => Formatter.GetPreferredMimeTypesFor(type);
}
