using System.Buffers.Binary;
using System.Text;

namespace Kiln.Tests;

/// <summary>An event file of TensorBoard, read by its specification with no code of the writer: frames, checksums, messages.</summary>
internal static class EventFile
{
    /// <summary>Tag, step and value of every scalar, in the order of the file; texts have the value NaN.</summary>
    public static List<(string Tag, long Step, float Value, string Text)> Read(string path)
    {
        var points = new List<(string, long, float, string)>();
        foreach (var record in Records(File.ReadAllBytes(path)))
        {
            var happened = Fields(record);
            if (happened.FirstOrDefault(field => field.Number == 5).Bytes is not { } summary) continue;
            var value = Fields(Fields(summary).Single().Bytes);
            var scalar = value.FirstOrDefault(field => field.Number == 2).Bytes;
            var text = value.FirstOrDefault(field => field.Number == 8).Bytes is { } tensor ? Encoding.UTF8.GetString(Fields(tensor).Single(field => field.Number == 8).Bytes) : "";
            points.Add((Encoding.UTF8.GetString(value.Single(field => field.Number == 1).Bytes), (long)happened.FirstOrDefault(field => field.Number == 2).Value,
                scalar is null ? float.NaN : BinaryPrimitives.ReadSingleLittleEndian(scalar), text));
        }
        return points;
    }

    // Length, its checksum, data, its checksum: https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details
    private static IEnumerable<byte[]> Records(byte[] file)
    {
        for (var at = 0; at < file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
            Assert.Equal(Masked(file.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)));
            Assert.Equal(Masked(file.AsSpan(at + 12, length)), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)));
            yield return file[(at + 12)..(at + 12 + length)];
            at += length + 16;
        }
    }

    // CRC-32C bit by bit, turned by 15 and shifted.
    private static uint Masked(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var next in data)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }
        crc = ~crc;
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    private static List<(int Number, ulong Value, byte[] Bytes)> Fields(byte[] message)
    {
        var fields = new List<(int, ulong, byte[])>();
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var size = (tag & 7) switch { 0 => 0, 1 => 8, 5 => 4, _ => (int)Varint(message, ref at) };
            var value = (tag & 7) == 0 ? Varint(message, ref at) : 0;
            fields.Add(((int)(tag >> 3), value, message[at..(at + size)]));
            at += size;
        }
        return fields;
    }

    private static ulong Varint(byte[] data, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = data[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
