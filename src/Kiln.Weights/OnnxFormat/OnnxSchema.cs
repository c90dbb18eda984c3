using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>The messages of an ONNX file: the field numbers of the schema stand here and nowhere else.</summary>
/// <seealso href="https://github.com/onnx/onnx/blob/v1.12.0/onnx/onnx.proto"/>
internal static class OnnxSchema
{
    /// <summary>The newest set of operators that ONNX 1.12 (2022) knows; LayerNormalization came with it.</summary>
    public const long Opset = 17;

    private const long IrVersion = 8;
    private const int FloatAttribute = 1, IntAttribute = 2, TextAttribute = 3, IntsAttribute = 7;

    public static ProtoMessage Model(ProtoMessage graph, string producerVersion, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var model = new ProtoMessage().Integer(1, IrVersion).Text(2, "kiln").Text(3, producerVersion).Message(7, graph)
            .Message(8, new ProtoMessage().Text(1, "").Integer(2, Opset));
        foreach (var (key, value) in metadata) model.Message(14, new ProtoMessage().Text(1, key).Text(2, value));
        return model;
    }

    public static ProtoMessage Node(string op, string name, (IEnumerable<string> In, IEnumerable<string> Out) values, IEnumerable<OnnxAttribute> attributes)
    {
        var node = new ProtoMessage();
        foreach (string input in values.In) node.Text(1, input);
        foreach (string output in values.Out) node.Text(2, output);
        node.Text(3, name).Text(4, op);
        foreach (var attribute in attributes) node.Message(5, Attribute(attribute));
        return node;
    }

    /// <summary>Weights in the order of their dimensions, little-endian.</summary>
    public static ProtoMessage Initializer(string name, Tensor tensor)
    {
        long length = tensor.numel() * tensor.element_size();
        return new ProtoMessage().Integers(1, tensor.shape).Integer(2, ElementType(name, tensor.dtype)).Text(8, name)
            .Bytes(9, length, () => BytesOf(tensor, (int)length));
    }

    /// <summary>An input or output whose first size, the number of examples, is free.</summary>
    public static ProtoMessage BatchOf(string name, Tensor sample)
    {
        var shape = new ProtoMessage().Message(1, new ProtoMessage().Text(2, "N"));
        foreach (long size in sample.shape.AsSpan(1)) shape.Message(1, new ProtoMessage().Integer(1, size));
        var type = new ProtoMessage().Integer(1, ElementType(name, sample.dtype)).Message(2, shape);
        return new ProtoMessage().Text(1, name).Message(2, new ProtoMessage().Message(1, type));
    }

    private static ProtoMessage Attribute(OnnxAttribute attribute)
    {
        var message = new ProtoMessage().Text(1, attribute.Name);
        return attribute.Value switch
        {
            float number => message.Float(2, number).Integer(20, FloatAttribute),
            long number => message.Integer(3, number).Integer(20, IntAttribute),
            long[] numbers => message.Integers(8, numbers).Integer(20, IntsAttribute),
            string text => TextOf(message, text).Integer(20, TextAttribute),
            _ => throw new InvalidOperationException($"There is no attribute of {attribute.Value.GetType()}."),
        };
    }

    private static ProtoMessage TextOf(ProtoMessage message, string text)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return message.Bytes(4, bytes.Length, () => bytes);
    }

    private static long ElementType(string name, ScalarType type) => type switch
    {
        ScalarType.Float32 => 1,
        ScalarType.Int64 => 7,
        ScalarType.Float64 => 11,
        _ => throw new NotSupportedException($"ONNX export: expected float32, float64 or int64, got {type} in '{name}'. Convert the module with .to(torch.float32) before."),
    };

    private static byte[] BytesOf(Tensor tensor, int length)
    {
        var bytes = new MemoryStream(length);
        TensorBytes.Write(bytes, tensor);
        return bytes.GetBuffer();
    }
}
