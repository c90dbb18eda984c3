namespace Kiln.Training;

/// <summary>
/// Fisher-Yates shuffles driven by SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
/// An own generator, because its numbers must never change with a library's version: an order is part of a run's identity.
/// </summary>
internal sealed class Shuffler(long seed)
{
    private ulong _state = (ulong)seed;

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
            int j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>A number of 0 to below 1.</summary>
    public double NextShare() => (Next() >> 11) / (double)(1L << 53);

    /// <summary>The high half of a 64 x 64 bit product: uniform up to a bias of 2^-33 for any array that fits in memory.</summary>
    private int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    private ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
