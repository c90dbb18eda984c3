using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>A value in one form.</summary>
public class FormattedValue(string mimeType, string value)
{
    public string MimeType { get; } = mimeType;

    public string Value { get; } = value;

    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object value, params string[] mimeTypes)
    {
        if (mimeTypes.Length == 0) mimeTypes = [.. Formatter.GetPreferredMimeTypesFor(value?.GetType())];
        return [.. mimeTypes.Select(mimeType => new FormattedValue(mimeType, value.ToDisplayString(mimeType)))];
    }
}
