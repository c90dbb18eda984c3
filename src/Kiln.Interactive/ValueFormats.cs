using Kiln.Charts;
using Kiln.Notebooks;
using Kiln.Training;

namespace Kiln.Interactive;

/// <summary>How Kiln's values look in the formatter registry of the host, which the extension's script fills.</summary>
public static class ValueFormats
{
    // Some hosts make all forms of the first bundle anew at each update, also where the new bundle has fewer.
    private const string PixelPng = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==";
    private static readonly string[] Words = [MimeBundle.Html, MimeBundle.Plain];
    private static readonly string[] WithPicture = [MimeBundle.Html, MimeBundle.Plain, MimeBundle.Png];
    private static readonly Type[] Pictured = [typeof(Chart), typeof(Comparison), typeof(ModelEvaluation)];

    /// <summary>The types, each with the forms that it is shown in. What stands earlier is more special.</summary>
    public static IReadOnlyList<(Type Type, string[] MimeTypes)> All { get; } =
    [
        (typeof(MimeBundle), WithPicture),
        .. BundleFormatters.All.Select(format => (format.Type, Array.Exists(Pictured, type => type.IsAssignableFrom(format.Type)) ? WithPicture : Words)),
    ];

    /// <summary>A value in one form.</summary>
    /// <param name="value">A value of one of the types.</param>
    /// <param name="mimeType">The form.</param>
    public static string Text(object value, string mimeType)
    {
        if (value is not MimeBundle bundle && !BundleFormatters.TryFormat(value, out bundle!))
            throw new ArgumentException($"Expected a value of Kiln, got a {value?.GetType().Name ?? "null"}.", nameof(value));
        return bundle.Data.GetValueOrDefault(mimeType) ?? (mimeType == MimeBundle.Png ? PixelPng : "");
    }
}
