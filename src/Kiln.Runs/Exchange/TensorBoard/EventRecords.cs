using System.Buffers.Binary;
using System.Numerics;

namespace Kiln.Runs;

/// <summary>The records of an event file as TensorFlow frames them: length, its checksum, data, its checksum.</summary>
/// <remarks>https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details</remarks>
internal static class EventRecords
{
    private const int HeadBytes = 12, TailBytes = 4;

    /// <summary>The records with the place of each; one that the end of the file cuts off is left out, as its writer may have been killed.</summary>
    /// <exception cref="FormatException">A checksum is wrong; the message names the place.</exception>
    public static IEnumerable<(long Offset, byte[] Data)> Read(string path)
    {
        using var file = new BufferedStream(File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var head = new byte[HeadBytes];
        for (long at = 0, size = file.Length; size - at >= HeadBytes;)
        {
            file.ReadExactly(head);
            Check(head.AsSpan(0, sizeof(long)), head.AsSpan(sizeof(long)), at, "is no record of an event file");
            var length = BinaryPrimitives.ReadInt64LittleEndian(head);
            if (length < 0 || length > size - at - HeadBytes - TailBytes)
                yield break;
            var data = new byte[length + TailBytes];
            file.ReadExactly(data);
            Check(data.AsSpan(0, (int)length), data.AsSpan((int)length), at, "is damaged");
            yield return (at, data[..^TailBytes]);
            at += HeadBytes + length + TailBytes;
        }
    }

    private static void Check(ReadOnlySpan<byte> data, ReadOnlySpan<byte> sum, long offset, string problem)
    {
        if (Masked(data) != BinaryPrimitives.ReadUInt32LittleEndian(sum))
            throw new FormatException(FormattableString.Invariant($"What begins at byte {offset} {problem}: its checksum is wrong"));
    }

    // A checksum of data that holds checksums is weak; the format turns it round for that reason.
    private static uint Masked(ReadOnlySpan<byte> data)
    {
        var sum = uint.MaxValue;
        foreach (var value in data)
            sum = BitOperations.Crc32C(sum, value);
        sum = ~sum;
        return unchecked(((sum >> 15) | (sum << 17)) + 0xA282EAD8);
    }
}
