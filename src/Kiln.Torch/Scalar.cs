namespace TorchSharp;

/// <summary>A number that an operator takes: an integer, a floating-point number or a truth value.</summary>
/// <remarks>In TorchSharp it is a class with a native twin; here it is sixteen bytes, and disposing does nothing.
/// Complex numbers are not supported yet.</remarks>
public readonly struct Scalar : IDisposable
{
    internal Scalar(Value value) => Value = value;

    internal Value Value { get; }

    /// <summary>The type the number was made of: Int64, Float64 or Bool.</summary>
    public torch.ScalarType Type => Value.Tag switch
    {
        ValueTag.Double => torch.ScalarType.Float64,
        ValueTag.Bool => torch.ScalarType.Bool,
        _ => torch.ScalarType.Int64,
    };

    internal double AsDouble => Value.Tag == ValueTag.Double ? Value.Real : Value.Integer;

    internal long AsInt64 => Value.Tag == ValueTag.Double ? checked((long)Value.Real) : Value.Integer;

    /// <summary>Does nothing; it is here because TorchSharp's scalars are disposable.</summary>
    public void Dispose()
    {
    }

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(byte value) => new(Value.Int(value));

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(sbyte value) => new(Value.Int(value));

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(short value) => new(Value.Int(value));

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(int value) => new(Value.Int(value));

    /// <summary>Makes a scalar of an integer.</summary>
    public static implicit operator Scalar(long value) => new(Value.Int(value));

    /// <summary>Makes a scalar of a floating-point number.</summary>
    public static implicit operator Scalar(Half value) => new(Value.Float((double)value));

    /// <summary>Makes a scalar of a floating-point number.</summary>
    public static implicit operator Scalar(float value) => new(Value.Float(value));

    /// <summary>Makes a scalar of a floating-point number.</summary>
    public static implicit operator Scalar(double value) => new(Value.Float(value));

    /// <summary>Makes a scalar of a truth value.</summary>
    public static implicit operator Scalar(bool value) => new(Value.Bool(value));
}
