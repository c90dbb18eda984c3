using System.Numerics;

namespace Kiln.Search;

/// <summary>An order of 0..count-1 drawn by a seed, without a list of it.</summary>
/// <remarks>
/// Numbers of as many bits as the count has are mixed by steps that can be undone; what falls beyond the count is mixed again until it
/// falls below (cycle walking: Black and Rogaway, 2002, https://doi.org/10.1007/3-540-45760-7_9).
/// </remarks>
internal readonly struct Permutation(long seed, long count)
{
    private const int Rounds = 4;

    private readonly int _bits = Math.Max(2, 64 - BitOperations.LeadingZeroCount((ulong)count));

    public long this[long index]
    {
        get
        {
            var at = (ulong)index;
            do at = Mixed(at);
            while (at >= (ulong)count);
            return (long)at;
        }
    }

    private ulong Mixed(ulong at)
    {
        var mask = ulong.MaxValue >> (64 - _bits);
        for (var round = 0; round < Rounds; round++)
        {
            var key = StudyRandom.Bits(seed, round, "permutation");
            at = (at * (key | 1) + (key >> 32)) & mask;
            at ^= at >> (_bits / 2);
        }
        return at;
    }
}
