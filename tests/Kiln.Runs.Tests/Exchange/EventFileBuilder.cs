using System.Text;

namespace Kiln.Runs.Tests;

/// <summary>An event file of TensorBoard, written by its specification with no code of the reader.</summary>
internal sealed class EventFileBuilder
{
    private readonly List<byte> _file = [];
    private readonly double _begun;

    public EventFileBuilder(double begun = 1_700_000_000)
    {
        _begun = begun;
        Record([.. Double(1, begun), .. Text(3, "brain.Event:2")]);
    }

    public int Length => _file.Count;

    public EventFileBuilder Scalar(string tag, long step, float value) => Event(step, [.. Text(1, tag), .. Float(2, value)]);

    /// <summary>A scalar as TensorBoard's newer writers have it: a tensor of one number as raw content.</summary>
    public EventFileBuilder TensorScalar(string tag, long step, double value) =>
        Event(step, [.. Text(1, tag), .. Bytes(8, [.. Varint(1, 2), .. Bytes(4, BitConverter.GetBytes(value))])]);

    /// <summary>What add_hparams writes: a number, a text, a truth value.</summary>
    public EventFileBuilder Hyperparameters(double lr, string optimizer, bool bias, int status = 1)
    {
        byte[] start = [.. Pair("lr", Double(2, lr)), .. Pair("opt", Text(3, optimizer)), .. Pair("bias", Varint(4, bias ? 1 : 0))];
        Plugin("_hparams_/session_start_info", Bytes(3, start));
        return Plugin("_hparams_/session_end_info", Bytes(4, Varint(1, status)));
    }

    public EventFileBuilder Raw(params byte[] record)
    {
        Record(record);
        return this;
    }

    public string WriteTo(string folder, string name = "events.out.tfevents.1700000000.host.1.0")
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, [.. _file]);
        return path;
    }

    private EventFileBuilder Plugin(string tag, byte[] content) =>
        Event(0, [.. Text(1, tag), .. Bytes(9, Bytes(1, [.. Text(1, "hparams"), .. Bytes(2, content)]))]);

    private EventFileBuilder Event(long step, byte[] value)
    {
        Record([.. Double(1, _begun + step), .. Varint(2, step), .. Bytes(5, Bytes(1, value))]);
        return this;
    }

    private void Record(byte[] data)
    {
        var length = BitConverter.GetBytes((long)data.Length);
        _file.AddRange([.. length, .. Sum(length), .. data, .. Sum(data)]);
    }

    private static byte[] Pair(string name, byte[] value) => Bytes(1, [.. Text(1, name), .. Bytes(2, value)]);

    private static byte[] Varint(int field, long value) => [(byte)(field << 3), .. Number(value)];

    private static byte[] Double(int field, double value) => [(byte)((field << 3) | 1), .. BitConverter.GetBytes(value)];

    private static byte[] Float(int field, float value) => [(byte)((field << 3) | 5), .. BitConverter.GetBytes(value)];

    private static byte[] Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    private static byte[] Bytes(int field, byte[] value) => [(byte)((field << 3) | 2), .. Number(value.Length), .. value];

    private static IEnumerable<byte> Number(long value)
    {
        var rest = (ulong)value;
        for (; rest > 0x7F; rest >>= 7) yield return (byte)(rest | 0x80);
        yield return (byte)rest;
    }

    // CRC-32C bit by bit, turned by 15 and shifted.
    private static byte[] Sum(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var next in data)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }
        crc = ~crc;
        return BitConverter.GetBytes(unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8));
    }
}
