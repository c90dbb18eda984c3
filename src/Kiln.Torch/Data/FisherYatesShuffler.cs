using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The indices 0..size − 1 in random order.</summary>
/// <remarks>A seed gives TorchSharp's order, the same in each enumeration. Without one, each enumeration draws a seed from torch's default generator, so that <c>manual_seed</c> makes it repeatable.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/data.html#torch.utils.data.RandomSampler"/>
public sealed class FisherYatesShuffler : IEnumerable<long>
{
    private readonly int? _seed;

    /// <summary>Makes an order.</summary>
    /// <param name="size">The number of indices.</param>
    /// <param name="seed">The seed; null draws one for each enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public FisherYatesShuffler(long size, int? seed = null)
    {
        if (size < 0) throw new ArgumentOutOfRangeException(nameof(size), $"FisherYatesShuffler: expected size of at least 0, got {size}.");
        Count = size;
        _seed = seed;
    }

    /// <summary>The number of indices.</summary>
    internal long Count { get; }

    /// <summary>Shuffles.</summary>
    /// <returns>The indices in their order.</returns>
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shuffled(new Random(_seed ?? DrawSeed()))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private long[] Shuffled(Random random)
    {
        var order = new long[Count];
        for (long i = 0; i < Count; i++)
        {
            long other = (((long)random.Next() << 32) + random.Next()) % (i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static int DrawSeed()
    {
        using var scope = torch.NewDisposeScope();
        return (int)torch.randint(int.MaxValue, new long[] { 1 }).item<long>();
    }
}
