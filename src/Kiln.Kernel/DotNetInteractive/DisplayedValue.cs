using Kiln.Kernel;
using Kiln.Notebooks;

namespace Microsoft.DotNet.Interactive;

/// <summary>An output that can be updated in place.</summary>
public sealed class DisplayedValue
{
    private readonly CellContext _cell;

    private DisplayedValue(CellContext cell, string displayId, IReadOnlyCollection<string> mimeTypes) =>
        (_cell, DisplayId, MimeTypes) = (cell, displayId, mimeTypes);

    /// <summary>The protocol's name of the output.</summary>
    public string DisplayId { get; }

    /// <summary>The forms that were asked for; empty for the preferred ones.</summary>
    public IReadOnlyCollection<string> MimeTypes { get; }

    /// <summary>Shows another value in the same place.</summary>
    public void Update(object? updatedValue) =>
        _cell.Output.Display(ValueFormatters.Bundle(updatedValue, [.. MimeTypes]), DisplayId, update: true);

    internal static DisplayedValue Show(object? value, IReadOnlyList<string> mimeTypes) =>
        Show(Kernel.Running(), ValueFormatters.Bundle(value, mimeTypes), mimeTypes);

    internal static DisplayedValue Show(CellContext cell, MimeBundle bundle, IReadOnlyCollection<string> mimeTypes)
    {
        var shown = new DisplayedValue(cell, DisplayIds.New(), mimeTypes);
        cell.Output.Display(bundle, shown.DisplayId, update: false);
        return shown;
    }
}
