using Google.Protobuf;

namespace Kiln.Weights;

/// <summary>A message of protocol buffers, collected field by field and written once its size is known.</summary>
/// <remarks>Nothing is copied on the way: the bytes of a weight are made when their field is written.</remarks>
internal sealed class ProtoMessage
{
    private readonly List<(long Size, Action<CodedOutputStream> Write)> _fields = [];

    /// <summary>Bytes of the whole message. More than an int holds is more than the format holds.</summary>
    public long Size => _fields.Sum(part => part.Size);

    public ProtoMessage Integer(int field, long value) => Add(field, CodedOutputStream.ComputeInt64Size(value), output =>
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    });

    // Unpacked, as the schema has them: it is of proto2.
    public ProtoMessage Integers(int field, IEnumerable<long> values)
    {
        foreach (long value in values) Integer(field, value);
        return this;
    }

    public ProtoMessage Float(int field, float value) => Add(field, sizeof(float), output =>
    {
        output.WriteTag(field, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
    });

    public ProtoMessage Text(int field, string value) => Add(field, CodedOutputStream.ComputeStringSize(value), output =>
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    });

    /// <summary>A field of bytes that are asked for when it is written.</summary>
    public ProtoMessage Bytes(int field, long length, Func<byte[]> bytes) => Add(field, LengthSize(length) + length, output =>
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(bytes()));
    });

    public ProtoMessage Message(int field, ProtoMessage value)
    {
        long size = value.Size;
        return Add(field, LengthSize(size) + size, output =>
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteLength((int)size);
            value.WriteTo(output);
        });
    }

    public void WriteTo(CodedOutputStream output)
    {
        foreach (var (_, write) in _fields) write(output);
    }

    private ProtoMessage Add(int field, long size, Action<CodedOutputStream> write)
    {
        _fields.Add((CodedOutputStream.ComputeTagSize(field) + size, write));
        return this;
    }

    private static long LengthSize(long length) => CodedOutputStream.ComputeUInt64Size((ulong)length);
}
