namespace Microsoft.DotNet.Interactive;

/// <summary><c>value.Display()</c>, as in .NET Interactive.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value as output of the running cell.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">The forms to show; none for the preferred ones.</param>
    /// <returns>What was shown, to be updated in place.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayedValue.Show(Kernel.Running(), value, mimeTypes);

    /// <summary>Shows text as content of a mime type.</summary>
    /// <returns>What was shown, to be updated in place.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        DisplayedValue.ShowContent(Kernel.Running(), value, [mimeType]);

    /// <summary>Shows a sequence as a table with a row for each item.</summary>
    /// <param name="source">The items; their properties are the columns.</param>
    /// <param name="mimeTypes">The forms to show; none for the preferred ones.</param>
    /// <returns>What was shown, to be updated in place.</returns>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> source, params string[] mimeTypes) =>
        DisplayedValue.Show(Kernel.Running(), source as IReadOnlyCollection<T> ?? [.. source], mimeTypes);
}
