namespace TorchSharp;

/// <summary>Whole numbers of seven bits a byte, the lowest first; the top bit says that more follow.</summary>
/// <remarks>TorchSharp's files write all their counts and sizes so. Source: https://en.wikipedia.org/wiki/LEB128.</remarks>
internal static class Leb128
{
    // 63 bits: the numbers are never negative.
    private const int MostBytes = 9;

    /// <summary>Writes a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    internal static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value > 0x7F; value >>= 7) writer.Write((byte)(value | 0x80));
        writer.Write((byte)value);
    }

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">The bytes are no number, or the stream ends in it.</exception>
    internal static long Decode(this BinaryReader reader)
    {
        long result = 0;
        for (var i = 0; i < MostBytes; i++)
        {
            var next = reader.BaseStream.ReadByte();
            if (next < 0) throw new InvalidDataException("The file ends in the middle of a number. It is truncated or not one of TorchSharp's files.");
            result |= (long)(next & 0x7F) << (7 * i);
            if (next < 0x80) return result;
        }
        throw new InvalidDataException("A number in the file is longer than 63 bits. It is damaged or not one of TorchSharp's files.");
    }

    /// <summary>Reads a number of at most 31 bits that counts something.</summary>
    /// <exception cref="InvalidDataException">It is larger than the limit.</exception>
    internal static int DecodeCount(this BinaryReader reader, string what, int limit = int.MaxValue) =>
        reader.Decode() is var count && count <= limit
            ? (int)count
            : throw new InvalidDataException($"The file claims to hold {count} {what}; at most {limit} are possible. It is damaged or not one of TorchSharp's files.");
}
