using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The elements of a list, without a copy where the list allows it.</summary>
internal static class ListElements
{
    /// <summary>The elements; they are read before the list can change.</summary>
    internal static ReadOnlySpan<T> Of<T>(IList<T> rawArray) => rawArray switch
    {
        T[] array => array,
        List<T> growing => CollectionsMarshal.AsSpan(growing),
        null => throw new ArgumentNullException(nameof(rawArray)),
        _ => rawArray.ToArray(),
    };
}
