using System.Buffers.Binary;
using System.Text;

namespace Kiln.Runs;

/// <summary>A field of a message of protocol buffers.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Value">Its value where it is a number, as raw bits.</param>
/// <param name="Bytes">Its content where it is a text, a message or packed numbers.</param>
internal readonly record struct ProtoField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    public double Double => BitConverter.UInt64BitsToDouble(Value);

    public float Float => BitConverter.UInt32BitsToSingle((uint)Value);

    public string Text => Encoding.UTF8.GetString(Bytes.Span);
}

/// <summary>The fields of a message, read without knowing what it is.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal static class ProtoFields
{
    private const int Varint = 0, Fixed64 = 1, Length = 2, Fixed32 = 5;

    /// <exception cref="FormatException">It is no message.</exception>
    public static List<ProtoField> Of(ReadOnlyMemory<byte> message)
    {
        var fields = new List<ProtoField>();
        for (var at = 0; at < message.Length;)
        {
            var key = Number(message.Span, ref at);
            var number = (int)(key >> 3);
            fields.Add((int)(key & 7) switch
            {
                Varint => new(number, Number(message.Span, ref at), default),
                Fixed64 => new(number, BinaryPrimitives.ReadUInt64LittleEndian(Take(message, 8, ref at).Span), default),
                Fixed32 => new(number, BinaryPrimitives.ReadUInt32LittleEndian(Take(message, 4, ref at).Span), default),
                Length => new(number, 0, Take(message, Number(message.Span, ref at), ref at)),
                var kind => throw new FormatException(FormattableString.Invariant($"A field has the unknown kind {kind}")),
            });
        }
        return fields;
    }

    /// <summary>The last field of a number, as the format wants it; null where there is none.</summary>
    public static ProtoField? Last(this List<ProtoField> fields, int number) =>
        fields.FindLastIndex(field => field.Number == number) is >= 0 and var at ? fields[at] : null;

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> message, ulong length, ref int at)
    {
        if (length > (ulong)(message.Length - at))
            throw new FormatException("A field is longer than its message");
        at += (int)length;
        return message.Slice(at - (int)length, (int)length);
    }

    private static ulong Number(ReadOnlySpan<byte> message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && at < message.Length; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new FormatException("A number has no end");
    }
}
