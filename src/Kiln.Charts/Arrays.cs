using System.Collections.Immutable;

namespace Kiln.Charts;

internal static class Arrays
{
    /// <summary>An array that was never given counts as an empty one.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
