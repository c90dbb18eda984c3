namespace Kiln.Search;

/// <summary>Coordinates of the points of a Sobol sequence, in Gray-code order, as they are or scrambled.</summary>
/// <remarks>
/// Bratley and Fox (1988), https://doi.org/10.1145/42288.214372, with direction numbers of Joe and Kuo
/// (<see cref="DirectionNumbers"/>). Scrambled as Owen (1995) does it, each digit by all digits above it, with a hash in place of stored
/// permutations: Burley (2020), https://jcgt.org/published/0009/04/01/.
/// </remarks>
internal static class SobolSequence
{
    private const double Unit = 1.0 / (1UL << 32);

    /// <summary>Dimensions of the sequence.</summary>
    public static int MostDimensions => DirectionNumbers.Count;

    /// <summary>Coordinate of a point, in [0, 1).</summary>
    public static double Plain(int dimension, uint index) => Bits(dimension, index) * Unit;

    /// <summary>The same after scrambling; each seed gives another sequence that is as even.</summary>
    public static double Scrambled(int dimension, uint index, uint seed) => Scramble(Bits(dimension, index), seed) * Unit;

    private static uint Bits(int dimension, uint index)
    {
        var directions = DirectionNumbers.Of(dimension);
        var bits = 0u;
        var gray = index ^ (index >> 1);
        for (var i = 0; gray != 0; i++, gray >>= 1)
            if ((gray & 1) != 0) bits ^= directions[i];
        return bits;
    }

    // Multiplying moves every bit's effect upwards only; the reversal makes that downwards, which is what Owen's scrambling asks for.
    private static uint Scramble(uint bits, uint seed)
    {
        bits = Reverse(bits) + seed;
        bits ^= bits * 0x6C50B47C;
        bits ^= bits * 0xB82F1E52;
        bits ^= bits * 0xC7AFE638;
        bits ^= bits * 0x8D22F6E6;
        return Reverse(bits);
    }

    private static uint Reverse(uint bits)
    {
        bits = (bits >> 1 & 0x55555555) | (bits & 0x55555555) << 1;
        bits = (bits >> 2 & 0x33333333) | (bits & 0x33333333) << 2;
        bits = (bits >> 4 & 0x0F0F0F0F) | (bits & 0x0F0F0F0F) << 4;
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(bits);
    }
}
