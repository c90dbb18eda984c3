using System.Collections.Immutable;
using Kiln.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>Any value as a bundle, through the registry that users of .NET Interactive know.</summary>
/// <remarks>What the user registers wins; everything else is read once and written as HTML and as its plain twin.</remarks>
internal static class ValueFormatters
{
    /// <summary>Makes the registry ready, so that a first output does not wait for it.</summary>
    public static void Register() => DefaultFormatters.Install();

    /// <summary>The forms in which a value is shown.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeTypes">The forms to make; empty for the preferred ones.</param>
    public static MimeBundle Bundle(object? value, params IReadOnlyList<string> mimeTypes)
    {
        if (value is MimeBundle bundle) return bundle;
        if (mimeTypes.Count == 0 && EarlyScalar(value) is { } text) return MimeBundle.OfText(text);
        DefaultFormatters.Install();
        if (value is null) return OfNull(mimeTypes);
        return mimeTypes.Count > 0 ? new Output(value).In(mimeTypes) : new Output(value).Preferred();
    }

    // The first result of a session is often a number: it does not wait until the registry is loaded.
    private static string? EarlyScalar(object? value) =>
        value is not null && !DefaultFormatters.IsRegistryInUse && Scalars.View(value) is TextView { Link: null } scalar ? PlainView.Of(scalar) : null;

    private static MimeBundle OfNull(IReadOnlyList<string> mimeTypes) =>
        mimeTypes.Count == 0
            ? MimeBundle.OfText(Formatter.NullString)
            : new MimeBundle(mimeTypes.ToImmutableSortedDictionary(mimeType => mimeType, mimeType => RegisteredFormatters.Write(null, mimeType)));

    /// <summary>One value on its way out; it is read at most once.</summary>
    private sealed class Output
    {
        private readonly object _value;
        private readonly RegisteredFormatters _registered = new();
        private readonly Lazy<View> _view;

        public Output(object value) =>
            (_value, _view) = (value, new Lazy<View>(() => new ViewBuilder(TimeProvider.System).OfUnregistered(value)));

        private Type Type => _value.GetType();

        /// <summary>The forms that the registry names for the type, and always plain text.</summary>
        public MimeBundle Preferred()
        {
            var isKnown = _registered.Knows(Type);
            if (!isKnown && KilnValues.TryBundle(_value, out var own)) return own;
            var preferred = Formatter.GetPreferredMimeTypesFor(Type).ToHashSet();
            if (!isKnown && preferred.Contains(MimeBundle.Html) && _view.Value is TextView { Link: null, Tone: not Tone.Lines }) preferred.Remove(MimeBundle.Html);
            return In([.. preferred.Append(MimeBundle.Plain).Distinct()]);
        }

        /// <summary>The given forms.</summary>
        public MimeBundle In(IReadOnlyList<string> mimeTypes) =>
            new(mimeTypes.Distinct().ToImmutableSortedDictionary(mimeType => mimeType, Content));

        private string Content(string mimeType)
        {
            if (!_registered.Knows(Type) && KilnValues.TryBundle(_value, out var own) && own.Data.TryGetValue(mimeType, out var content)) return content;
            if (_registered.Knows(Type, mimeType)) return RegisteredFormatters.Write(_value, mimeType);
            // Without HTML of the user's own, the user's text is the HTML too.
            if (mimeType == MimeBundle.Html && _registered.Knows(Type, MimeBundle.Plain)) return HtmlView.Preformatted(RegisteredFormatters.Write(_value, MimeBundle.Plain));
            return mimeType == MimeBundle.Html ? HtmlView.Of(_view.Value) : PlainView.Of(_view.Value);
        }
    }
}
