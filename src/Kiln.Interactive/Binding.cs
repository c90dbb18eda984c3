using System.Runtime.CompilerServices;

namespace Kiln.Interactive;

/// <summary>Keeps the extension from being bound twice.</summary>
public static class Binding
{
    private static readonly ConditionalWeakTable<object, object> Bound = [];

    /// <summary>Whether the magics are still to be bound to a kernel; true once for each.</summary>
    /// <param name="rootKernel">The host's root kernel.</param>
    public static bool Begin(object rootKernel) => Bound.TryAdd(rootKernel, rootKernel);
}
