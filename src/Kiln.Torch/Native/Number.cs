using System.Numerics;

namespace TorchSharp;

/// <summary>A number on its way into an operator. Where no <see cref="Scalar"/> was made by the caller, none is made for it.</summary>
internal readonly struct Number
{
    private readonly Value _value;
    private readonly double _imaginary;

    private Number(Value value, double imaginary = 0) => (_value, _imaginary) = (value, imaginary);

    /// <summary>Whether there is no number: a null scalar.</summary>
    internal bool IsMissing => _value.Tag == ValueTag.None;

    internal bool IsComplex => _value.Tag == ValueTag.Complex;

    /// <summary>The type libtorch gives a number: Int64, Float64, ComplexFloat64 or Bool.</summary>
    internal torch.ScalarType Type => _value.Tag switch
    {
        ValueTag.Double => torch.ScalarType.Float64,
        ValueTag.Bool => torch.ScalarType.Bool,
        ValueTag.Complex => torch.ScalarType.ComplexFloat64,
        _ => torch.ScalarType.Int64,
    };

    internal double AsDouble => IsComplex ? Real(AsComplex) : _value.Tag == ValueTag.Double ? _value.Real : _value.Integer;

    internal long AsInt64 => _value.Tag is ValueTag.Double or ValueTag.Complex ? checked((long)AsDouble) : _value.Integer;

    internal bool AsBoolean => IsComplex ? AsComplex != Complex.Zero : AsDouble != 0;

    internal Complex AsComplex => IsComplex ? new Complex(_value.Real, _imaginary) : new Complex(AsDouble, 0);

    /// <summary>The value for the boundary, where complex numbers are two doubles at an address.</summary>
    internal Value ToValue() => IsComplex ? ComplexSlots.Place(_value.Real, _imaginary) : _value;

    public static implicit operator Number(long value) => new(Value.Int(value));
    public static implicit operator Number(double value) => new(Value.Float(value));
    public static implicit operator Number(bool value) => new(Value.Bool(value));
    public static implicit operator Number(Complex value) => new(new Value { Tag = ValueTag.Complex, Real = value.Real }, value.Imaginary);
    public static implicit operator Number(Scalar? scalar) => scalar is null ? default : scalar.Number;

    /// <summary>Makes numbers the better fit where an operator also takes a tensor.</summary>
    public static implicit operator torch.Tensor(Number value) => (torch.Tensor)new Scalar(value);

    /// <summary>Takes a number over from the boundary; the memory of a complex one is freed.</summary>
    internal static unsafe Number Take(in Value value)
    {
        if (value.Tag != ValueTag.Complex) return new(value);
        var parts = (double*)value.Pointer;
        Number number = new Complex(parts[0], parts[1]);
        Native.kiln_memory_free(value.Pointer);
        return number;
    }

    private static double Real(Complex value) => value.Imaginary == 0
        ? value.Real
        : throw new InvalidOperationException($"The complex number {value} cannot become a real one. Take its real part first.");
}
