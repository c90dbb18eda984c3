using System.ComponentModel;

namespace Kiln.Kernel;

/// <summary>How a magic gives a value to the variable that it declares: the declaration's own code fetches it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandedOver
{
    private static readonly AsyncLocal<object?> Value = new();

    /// <summary>The value, for the code that the magic compiled.</summary>
    public static object? Take() => Value.Value;

    internal static void Put(object? value) => Value.Value = value;
}
