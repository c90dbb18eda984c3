using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp;

/// <summary>A message of protocol buffers, written field by field.</summary>
/// <remarks>Source: https://protobuf.dev/programming-guides/encoding/.</remarks>
internal sealed class ProtoMessage
{
    private const int Varint = 0, Fixed64 = 1, Length = 2, Fixed32 = 5;
    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public ProtoMessage Integer(int field, long value)
    {
        Number(((ulong)field << 3) | Varint);
        Number((ulong)value);
        return this;
    }

    public ProtoMessage Double(int field, double value)
    {
        Number(((ulong)field << 3) | Fixed64);
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    public ProtoMessage Float(int field, float value)
    {
        Number(((ulong)field << 3) | Fixed32);
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    public ProtoMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        Number(((ulong)field << 3) | Length);
        Number((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    public ProtoMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, CollectionsMarshal.AsSpan(value._bytes));

    public ProtoMessage Doubles(int field, double[] values) => Bytes(field, MemoryMarshal.AsBytes<double>(values));

    private void Number(ulong value)
    {
        for (; value > 0x7F; value >>= 7) _bytes.Add((byte)(value | 0x80));
        _bytes.Add((byte)value);
    }
}
