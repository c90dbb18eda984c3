namespace Kiln.Training;

/// <summary>Goes through stored values from the first to the last, a part at a time.</summary>
internal static class Blocks
{
    private const int Most = 1 << 18;

    /// <param name="stored">(count, width) values.</param>
    /// <param name="count">Examples.</param>
    /// <param name="width">Values of an example.</param>
    /// <param name="take">Called with the number of the first example, and the values of some, one after the other.</param>
    public static void ForEach<T>(IStored<T> stored, int count, int width, Action<long, ReadOnlySpan<T>> take) where T : unmanaged
    {
        int atOnce = Math.Clamp(Most / width, 1, count);
        var values = new T[(long)atOnce * width];
        for (long first = 0; first < count; first += atOnce)
        {
            Span<T> block = values.AsSpan(0, (int)Math.Min(atOnce, count - first) * width);
            stored.Read(first * width, block);
            take(first, block);
        }
    }
}
