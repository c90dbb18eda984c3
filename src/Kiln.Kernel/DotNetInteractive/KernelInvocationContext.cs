using Kiln.Kernel;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, under .NET Interactive's name.</summary>
public sealed class KernelInvocationContext
{
    private readonly CellContext _cell;

    private KernelInvocationContext(CellContext cell) => _cell = cell;

    /// <summary>The cell that the calling code belongs to; null where no cell has run yet.</summary>
    public static KernelInvocationContext? Current => CellContext.Current is { } cell ? new KernelInvocationContext(cell) : null;

    /// <summary>Cancelled when the user interrupts the cell. Who holds it is given time to end in order.</summary>
    public CancellationToken CancellationToken
    {
        get
        {
            _cell.InterruptIsHandled = true;
            return _cell.Interrupted;
        }
    }

    /// <summary>Not here: Kiln is one kernel, whose cells are all C#.</summary>
    [Obsolete(Kernel.OneKernel, error: true)]
    public object HandlingKernel => throw new NotSupportedException(Kernel.OneKernel);

    /// <summary>Shows a value as output of the cell.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The forms to show; none for the preferred ones.</param>
    /// <returns>What was shown, to be updated in place.</returns>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => DisplayedValue.Show(_cell, value, mimeTypes);

    /// <summary>Shows text as content of a mime type.</summary>
    /// <param name="value">The content.</param>
    /// <param name="mimeType">What it is, for example <c>text/html</c>.</param>
    /// <param name="additionalMimeTypes">What else it is.</param>
    /// <returns>What was shown, to be updated in place.</returns>
    public DisplayedValue DisplayAs(string value, string mimeType, params string[] additionalMimeTypes) =>
        DisplayedValue.ShowContent(_cell, value, [mimeType, .. additionalMimeTypes]);

    /// <summary>Writes to the cell's standard output.</summary>
    public void DisplayStandardOut(string output) => _cell.Output.Write("stdout", output);

    /// <summary>Writes to the cell's standard error.</summary>
    public void DisplayStandardError(string error) => _cell.Output.Write("stderr", error);
}
