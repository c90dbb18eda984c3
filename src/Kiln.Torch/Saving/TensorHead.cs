using System.Globalization;

namespace TorchSharp;

/// <summary>What stands before a tensor's elements in TorchSharp's format: type, number of dimensions, sizes.</summary>
internal readonly struct TensorHead
{
    // libtorch's own limit for iterating over tensors.
    private const int MostDimensions = 64;

    private TensorHead(torch.ScalarType type, long[] shape, long bytes) => (Type, Shape, Bytes) = (type, shape, bytes);

    internal torch.ScalarType Type { get; }

    internal long[] Shape { get; }

    /// <summary>The length of the elements that follow, in bytes.</summary>
    internal long Bytes { get; }

    internal static void Write(BinaryWriter writer, torch.ScalarType type, long[] shape)
    {
        writer.Encode((long)type);
        writer.Encode(shape.Length);
        foreach (var size in shape) writer.Encode(size);
    }

    /// <summary>Reads a head, and makes sure that as many bytes follow as it promises, as far as the stream can tell.</summary>
    /// <exception cref="InvalidDataException">It is truncated, of no known type, or too large.</exception>
    internal static TensorHead Read(BinaryReader reader)
    {
        var type = ReadType(reader);
        var shape = new long[reader.DecodeCount("dimensions", MostDimensions)];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.Decode();
        var head = new TensorHead(type, shape, CountBytes(shape, type.Bytes()));
        var stream = reader.BaseStream;
        if (stream.CanSeek && stream.Length - stream.Position is var left && head.Bytes > left) throw TooShort(head, left);
        return head;
    }

    internal static InvalidDataException TooShort(TensorHead head, long left) => new(
        $"The file is truncated: a tensor {head.Describe()} needs {head.Bytes} bytes, {left} are left.");

    internal string Describe() => string.Create(CultureInfo.InvariantCulture, $"({string.Join(", ", Shape)}) of {Type}");

    private static torch.ScalarType ReadType(BinaryReader reader)
    {
        var number = reader.Decode();
        var type = (torch.ScalarType)Math.Min(number, sbyte.MaxValue);
        if (!Enum.IsDefined(type) || type is torch.ScalarType.QInt8 or torch.ScalarType.QUInt8 or torch.ScalarType.QInt32)
            throw new InvalidDataException($"The file holds elements of type {number}, which does not exist or cannot be read. It is damaged or not one of TorchSharp's files.");
        return type;
    }

    // A size of zero hides no other that is too large: libtorch multiplies the strides all the same.
    private static long CountBytes(long[] shape, int elementSize)
    {
        try
        {
            long bytes = elementSize;
            foreach (var size in shape) bytes = checked(bytes * Math.Max(size, 1));
            return Array.IndexOf(shape, 0) >= 0 ? 0 : bytes;
        }
        catch (OverflowException e)
        {
            throw new InvalidDataException($"The file holds a tensor of sizes ({string.Join(", ", shape)}), more than can exist. It is damaged or not one of TorchSharp's files.", e);
        }
    }
}
