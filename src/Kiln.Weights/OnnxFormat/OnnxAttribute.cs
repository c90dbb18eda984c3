namespace Kiln.Weights;

/// <summary>A setting of an ONNX operator, such as <c>strides</c>.</summary>
public sealed class OnnxAttribute
{
    private OnnxAttribute(string name, object value) => (Name, Value) = (name, value);

    /// <summary>Its name in the specification of the operator.</summary>
    public string Name { get; }

    internal object Value { get; }

    /// <summary>A whole number.</summary>
    public static OnnxAttribute Of(string name, long value) => new(name, value);

    /// <summary>Whole numbers, such as the sizes of a kernel.</summary>
    public static OnnxAttribute Of(string name, IEnumerable<long> values) => new(name, values.ToArray());

    /// <summary>A number.</summary>
    public static OnnxAttribute Of(string name, double value) => new(name, (float)value);

    /// <summary>A text.</summary>
    public static OnnxAttribute Of(string name, string value) => new(name, value);
}
