using System.Buffers.Binary;
using System.Text;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>An ONNX file, read by the specification alone (onnx.proto of ONNX 1.12), with no code of the writer.</summary>
internal sealed class OnnxReader
{
    public required long IrVersion { get; init; }

    public required long Opset { get; init; }

    public required Dictionary<string, string> Metadata { get; init; }

    public required List<OnnxNode> Nodes { get; init; }

    public required Dictionary<string, Tensor> Weights { get; init; }

    public required (string Name, string[] Shape, long Type) Input { get; init; }

    public required (string Name, string[] Shape, long Type) Output { get; init; }

    public static OnnxReader Read(string path)
    {
        var model = Wire.Parse(File.ReadAllBytes(path));
        var graph = Wire.Parse(model.Bytes(7));
        return new OnnxReader
        {
            IrVersion = model.Number(1),
            Opset = Wire.Parse(model.Bytes(8)).Number(2),
            Metadata = model.All(14).Select(Wire.Parse).ToDictionary(entry => entry.Text(1), entry => entry.Text(2)),
            Nodes = [.. graph.All(1).Select(Node)],
            Weights = graph.All(5).Select(Wire.Parse).ToDictionary(tensor => tensor.Text(8), Weight),
            Input = Value(graph.Bytes(11)),
            Output = Value(graph.Bytes(12)),
        };
    }

    private static OnnxNode Node(byte[] bytes)
    {
        var node = Wire.Parse(bytes);
        // Outputs without a name are not used.
        var (place, output) = Assert.Single(node.All(2).Select(Encoding.UTF8.GetString).Index(), output => output.Item.Length > 0);
        return new OnnxNode(node.Text(4), node.Text(3), [.. node.All(1).Select(Encoding.UTF8.GetString)], (place, output),
            node.All(5).Select(Wire.Parse).ToDictionary(attribute => attribute.Text(1), Attribute));
    }

    private static object Attribute(Wire attribute) => attribute.Number(20) switch
    {
        1 => (object)attribute.Single(2),
        2 => attribute.Number(3),
        3 => attribute.Text(4),
        7 => attribute.Numbers(8),
        var other => throw new InvalidDataException($"attribute type {other}"),
    };

    private static Tensor Weight(Wire tensor)
    {
        byte[] raw = tensor.Bytes(9);
        long[] shape = tensor.Numbers(1);
        return (tensor.Number(2) switch
        {
            1 => TensorOf(raw, 4, bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes)),
            7 => TensorOf(raw, 8, bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)),
            11 => TensorOf(raw, 8, bytes => BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
            var other => throw new InvalidDataException($"element type {other}"),
        }).reshape(shape);
    }

    private static Tensor TensorOf<T>(byte[] raw, int size, Func<byte[], T> read) where T : unmanaged
    {
        T[] values = [.. raw.Chunk(size).Select(read)];
        return values switch
        {
            float[] floats => tensor(floats),
            long[] longs => tensor(longs),
            _ => tensor((double[])(object)values),
        };
    }

    private static (string Name, string[] Shape, long Type) Value(byte[] bytes)
    {
        var value = Wire.Parse(bytes);
        var type = Wire.Parse(Wire.Parse(value.Bytes(2)).Bytes(1));
        var sizes = Wire.Parse(type.Bytes(2)).All(1).Select(Wire.Parse).Select(size => size.Has(1) ? $"{size.Number(1)}" : size.Text(2));
        return (value.Text(1), [.. sizes], type.Number(1));
    }

    /// <summary>The fields of one message (protobuf.dev/programming-guides/encoding).</summary>
    private sealed class Wire
    {
        private readonly List<(int Field, ulong Number, byte[] Bytes)> _fields = [];

        public static Wire Parse(byte[] data)
        {
            var message = new Wire();
            for (int at = 0; at < data.Length;)
            {
                ulong tag = Varint(data, ref at);
                int size = (tag & 7) switch { 5 => 4, 1 => 8, 2 => (int)Varint(data, ref at), 0 => 0, var kind => throw new InvalidDataException($"wire type {kind}") };
                ulong number = (tag & 7) == 0 ? Varint(data, ref at) : 0;
                message._fields.Add(((int)(tag >> 3), number, data[at..(at + size)]));
                at += size;
            }
            return message;
        }

        public bool Has(int field) => _fields.Exists(entry => entry.Field == field);

        public long Number(int field) => (long)_fields.Single(entry => entry.Field == field).Number;

        public long[] Numbers(int field) => [.. _fields.Where(entry => entry.Field == field).Select(entry => (long)entry.Number)];

        public float Single(int field) => BinaryPrimitives.ReadSingleLittleEndian(Bytes(field));

        public byte[] Bytes(int field) => _fields.Single(entry => entry.Field == field).Bytes;

        public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

        public IEnumerable<byte[]> All(int field) => _fields.Where(entry => entry.Field == field).Select(entry => entry.Bytes);

        private static ulong Varint(byte[] data, ref int at)
        {
            ulong value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte next = data[at++];
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80) return value;
            }
        }
    }
}

/// <summary>A node as it stands in the file.</summary>
internal sealed record OnnxNode(string Op, string Name, string[] Inputs, (int Place, string Name) Result, Dictionary<string, object> Attributes)
{
    public string Output => Result.Name;

    public int Place => Result.Place;

    public long Int(string name, long missing) => Attributes.TryGetValue(name, out var value) ? (long)value : missing;

    public float Float(string name) => (float)Attributes[name];

    public long[] Ints(string name) => (long[])Attributes[name];
}
