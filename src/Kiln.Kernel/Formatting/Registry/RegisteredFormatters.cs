using System.Globalization;
using Kiln.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>What the user has registered, which always wins; asked once for each type of one output.</summary>
internal sealed class RegisteredFormatters
{
    private readonly Dictionary<Type, (bool Html, bool Plain)> _known = [];
    private readonly bool _any = Formatter.RegisteredFormatters(includeDefaults: false).Any();

    /// <summary>Whether the user has said how the type is shown as HTML or as text.</summary>
    public bool Knows(Type type) => For(type) is not (false, false);

    /// <summary>Whether the user has said how the type is shown in a form.</summary>
    public bool Knows(Type type, string mimeType) => mimeType switch
    {
        MimeBundle.Html => For(type).Html,
        MimeBundle.Plain => For(type).Plain,
        _ => true,
    };

    /// <summary>The user's view of a value; null without one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="own">Our view, for the form that the user has said nothing about.</param>
    public View? View(object value, Func<object, View> own) => For(value.GetType()) switch
    {
        (false, false) => null,
        (false, true) => Lines(Write(value, MimeBundle.Plain)),
        (true, true) => new MarkupView(Write(value, MimeBundle.Html), Write(value, MimeBundle.Plain)),
        (true, false) => new MarkupView(Write(value, MimeBundle.Html), PlainView.Of(own(value))),
    };

    /// <summary>A value in one form, by whatever formatter the registry prefers.</summary>
    public static string Write(object? value, string mimeType)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        if (value is null) return value.ToDisplayString(mimeType);
        using (var context = new FormatContext(text)) Formatter.GetPreferredFormatterFor(value.GetType(), mimeType).Format(value, context);
        return text.ToString();
    }

    private static TextView Lines(string text) => new(text, text.Contains('\n') ? Tone.Lines : Tone.Words);

    private (bool Html, bool Plain) For(Type type)
    {
        if (_known.TryGetValue(type, out var known)) return known;
        if (!_any && type.IsPrimitive) return _known[type] = default;
        // Asking is what makes the registry look for formatters that the type itself names in an attribute.
        _ = Formatter.GetPreferredFormatterFor(type, MimeBundle.Html);
        var mimeTypes = Formatter.RegisteredFormatters(includeDefaults: false).Where(formatter => Serves(formatter.Type, type))
            .Select(formatter => formatter.MimeType).ToHashSet();
        return _known[type] = (mimeTypes.Contains(MimeBundle.Html), mimeTypes.Contains(MimeBundle.Plain));
    }

    // A formatter of an open generic type serves all types made of it.
    private static bool Serves(Type registered, Type type)
    {
        if (!registered.IsGenericTypeDefinition) return registered.IsAssignableFrom(type);
        for (var level = type; level is not null; level = level.BaseType)
            if (IsMadeOf(level)) return true;
        return Array.Exists(type.GetInterfaces(), IsMadeOf);

        bool IsMadeOf(Type candidate) => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == registered;
    }
}
