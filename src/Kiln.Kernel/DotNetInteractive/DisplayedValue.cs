using Kiln.Kernel;
using Kiln.Notebooks;

namespace Microsoft.DotNet.Interactive;

/// <summary>An output that can be updated in place.</summary>
public sealed class DisplayedValue
{
    private readonly CellContext _cell;
    private readonly bool _isContent;

    private DisplayedValue(CellContext cell, bool isContent, IReadOnlyCollection<string> mimeTypes) =>
        (_cell, _isContent, MimeTypes) = (cell, isContent, mimeTypes);

    /// <summary>The protocol's name of the output.</summary>
    public string DisplayId { get; } = DisplayIds.New();

    /// <summary>The forms that were asked for; empty for the preferred ones.</summary>
    public IReadOnlyCollection<string> MimeTypes { get; }

    /// <summary>Shows another value in the same place; text in place of content shown with <c>DisplayAs</c> is content, too.</summary>
    public void Update(object? updatedValue) => _cell.Output.Display(
        _isContent && updatedValue is string text ? Content(text, MimeTypes) : ValueFormatters.Bundle(updatedValue, [.. MimeTypes]),
        DisplayId,
        update: true);

    internal static DisplayedValue Show(CellContext cell, object? value, IReadOnlyList<string> mimeTypes) =>
        new DisplayedValue(cell, isContent: false, mimeTypes).Show(ValueFormatters.Bundle(value, mimeTypes));

    internal static DisplayedValue ShowContent(CellContext cell, string content, IReadOnlyList<string> mimeTypes) =>
        new DisplayedValue(cell, isContent: true, mimeTypes).Show(Content(content, mimeTypes));

    private static MimeBundle Content(string content, IEnumerable<string> mimeTypes) =>
        mimeTypes.Aggregate(MimeBundle.OfText(content), (bundle, mimeType) => bundle.With(mimeType, content));

    private DisplayedValue Show(MimeBundle bundle)
    {
        _cell.Output.Display(bundle, DisplayId, update: false);
        return this;
    }
}
