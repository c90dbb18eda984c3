using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kiln.Training;

/// <summary>
/// Derives one seed per purpose from a run's seed, so that no stream of random numbers shifts another:
/// a run that shuffles once more, or splits its data otherwise, still initialises the same weights.
/// </summary>
internal static class Seeds
{
    public static long ForWeights(long seed) => Derive(seed, "weights", 0);

    public static long ForModel(long seed) => Derive(seed, "model", 0);

    public static long ForShuffle(long seed, int epoch) => Derive(seed, "shuffle", epoch);

    public static long ForSplit(long seed) => Derive(seed, "split", 0);

    public static long ForLimit(long seed) => Derive(seed, "limit", 0);

    /// <summary>63 bits of SHA-256 over purpose, seed and index; never negative, because not every consumer takes a sign.</summary>
    public static long Derive(long seed, string purpose, long index)
    {
        byte[] name = Encoding.UTF8.GetBytes(purpose);
        var text = new byte[name.Length + 16];
        name.CopyTo(text, 0);
        BinaryPrimitives.WriteInt64LittleEndian(text.AsSpan(name.Length), seed);
        BinaryPrimitives.WriteInt64LittleEndian(text.AsSpan(name.Length + 8), index);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(text)) & long.MaxValue;
    }
}
