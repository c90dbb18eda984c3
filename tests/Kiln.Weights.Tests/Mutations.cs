using System.Buffers.Binary;

namespace Kiln.Weights.Tests;

/// <summary>Changes bytes as damage and attackers do; the same seed gives the same changes.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly long[] Numbers = [0, 1, -1, 127, 128, 255, 256, 0xffff, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, 1L << 40];

    private readonly Random _random = new(seed);

    public byte[] Of(byte[] whole)
    {
        var bytes = (byte[])whole.Clone();
        for (int i = _random.Next(1, 4); i > 0 && bytes.Length > 0; i--) bytes = Once(bytes);
        return bytes;
    }

    private byte[] Once(byte[] bytes)
    {
        int at = _random.Next(bytes.Length);
        int count = Math.Min(_random.Next(1, 40), bytes.Length - at);
        switch (_random.Next(7))
        {
            case 0: return bytes[..at];
            case 1: return [.. bytes[..at], .. bytes[(at + count)..]];
            case 2: return [.. bytes[..at], .. bytes[at..(at + count)], .. bytes[at..]];
            case 3: return [.. bytes[..at], .. Random(count), .. bytes[at..]];
            case 4: return Number(bytes, at);
            case 5: bytes[at] ^= (byte)(1 << _random.Next(8)); return bytes;
            default: bytes[at] = (byte)_random.Next(256); return bytes;
        }
    }

    private byte[] Random(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    // The numbers at which sizes and offsets turn, in one to eight bytes.
    private byte[] Number(byte[] bytes, int at)
    {
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, Numbers[_random.Next(Numbers.Length)]);
        number[..Math.Min(1 << _random.Next(4), bytes.Length - at)].CopyTo(bytes.AsSpan(at));
        return bytes;
    }
}
