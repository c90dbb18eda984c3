using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kiln.Weights.Tests;

/// <summary>Writes pickles by hand, and archives around them, for files that no Python would write.</summary>
internal sealed class PickleText
{
    private readonly MemoryStream _bytes = new();

    public PickleText() => Raw(0x80, 2);

    public PickleText Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public PickleText Code(string characters) => Raw(Encoding.Latin1.GetBytes(characters));

    public PickleText Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Code("X").Number32(bytes.Length).Raw(bytes);
    }

    public PickleText Int(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return Raw(0x8a, 8).Raw(bytes);
    }

    public PickleText Global(string module, string name) => Code($"c{module}\n{name}\n");

    public PickleText Tuple(params long[] numbers)
    {
        Code("(");
        foreach (long number in numbers) Int(number);
        return Code("t");
    }

    /// <summary>A call that rebuilds a tensor.</summary>
    public PickleText Tensor(string key, long elements, long offset, long[] shape, long[] strides, string storage = "FloatStorage") =>
        Global("torch._utils", "_rebuild_tensor_v2").Code("((").Text("storage").Global("torch", storage).Text(key).Text("cpu").Int(elements).Code("tQ")
            .Int(offset).Tuple(shape).Tuple(strides).Raw(0x89).Global("collections", "OrderedDict").Code(")RtR");

    /// <summary>The pickle's bytes; a dictionary with the one entry x if only its value was written.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    public static byte[] Entry(Action<PickleText> value)
    {
        var pickle = new PickleText().Code("}").Text("x");
        value(pickle);
        return pickle.Code("s.").ToArray();
    }

    public static byte[] Archive(byte[] pickle, params (string Name, byte[] Bytes)[] others)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in others.Prepend(("a/data.pkl", pickle)))
                using (var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open())
                    entry.Write(bytes);
        return stream.ToArray();
    }

    private PickleText Number32(int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return Raw(bytes);
    }
}
