using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Kiln.Interactive;

/// <summary>Keeps the extension from being bound twice.</summary>
public static class Binding
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, bool>> Bound = [];

    /// <summary>Whether a part of the extension is still to be bound to a kernel; true once for each.</summary>
    /// <param name="rootKernel">The host's root kernel.</param>
    /// <param name="part">The part's name.</param>
    public static bool Begin(object rootKernel, string part) => Bound.GetOrCreateValue(rootKernel).TryAdd(part, true);
}
