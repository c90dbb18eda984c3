using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>An output that can be replaced in place.</summary>
public class DisplayedValue(IReadOnlyList<FormattedValue> formattedValues, KernelInvocationContext context)
{
    private KernelInvocationContext _context = context;

    public string DisplayId { get; } = Guid.NewGuid().ToString();

    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; } = formattedValues;

    public void Update(object updatedValue)
    {
        FormattedValues = [.. FormattedValues.Select(first => new FormattedValue(first.MimeType, updatedValue.ToDisplayString(first.MimeType)))];
        if (KernelInvocationContext.Current?.Command is SubmitCode) _context = KernelInvocationContext.Current;
        _context.Publish(new DisplayedValueUpdated(updatedValue, DisplayId, _context.Command, FormattedValues));
    }
}

public static class KernelInvocationContextExtensions
{
    public static DisplayedValue Display(this KernelInvocationContext context, object value, params string[] mimeTypes)
    {
        var displayed = new DisplayedValue(FormattedValue.CreateManyFromObject(value, mimeTypes), context);
        context.Publish(new DisplayedValueProduced(value, context.Command, displayed.FormattedValues, displayed.DisplayId));
        return displayed;
    }
}
