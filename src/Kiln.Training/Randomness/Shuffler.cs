namespace Kiln.Training;

/// <summary>Fisher-Yates shuffles: the same seed always gives the same order.</summary>
internal sealed class Shuffler(long seed)
{
    private readonly NumberStream _numbers = new(seed);

    public static long[] Permutation(ReadOnlySpan<long> items, long seed)
    {
        long[] order = items.ToArray();
        new Shuffler(seed).Shuffle(order);
        return order;
    }

    public void Shuffle(Span<long> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = _numbers.Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>A number of 0 to below 1.</summary>
    public double NextShare() => _numbers.Uniform();
}
